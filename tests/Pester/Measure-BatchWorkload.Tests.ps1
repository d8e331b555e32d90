BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $jobs = (Submit-TestJob a 'true' -With @{ Workload = 'w 1' }), (Submit-TestJob b 'exit 2' -With @{ Workload = 'w 1' }) | Wait-BatchJob -Timeout 1m
    $null = Submit-TestJob other 'true' | Wait-BatchJob -Timeout 1m
}

AfterAll {
    Stop-TestEngine
}

Describe 'Measure-BatchWorkload' {
    It 'sums up piped jobs' {
        $summary = $jobs | Measure-BatchWorkload

        $summary | Should -BeOfType BatchTools.WorkloadSummary
        $summary.JobCount | Should -Be 2
        $summary.Succeeded | Should -Be 1
        $summary.Failed | Should -Be 1
        $summary.Workload | Should -Be 'w 1'
        $summary.Failures[0].Count | Should -Be 1
        $summary.Duration | Should -BeGreaterThan ([timespan]::Zero)
        $summary.Connection | Should -Be $connection
    }

    It 'finds the jobs of a workload by its name' {
        (Measure-BatchWorkload 'w 1').JobCount | Should -Be 2
    }

    It 'looks up costs only if asked, of an array those of its children' {
        $array = Submit-BatchJob -JobName shards -JobQueue local -JobDefinition hello -ArraySize 3 | Wait-BatchJob -Timeout 1m
        ($jobs | Measure-BatchWorkload).Cost | Should -BeNullOrEmpty
        $summary = @($jobs) + $array | Measure-BatchWorkload -Cost

        $summary.Cost.JobCount, $summary.Cost.IsCharged | Should -Be 5, $false
        $summary.Costs.Keys | Should -Be (@($jobs) + $array).JobId
        $summary.Cost.Cost.High | Should -Be ([System.Linq.Enumerable]::Sum([decimal[]]$summary.Costs.Values.Cost.High))
        $summary.Costs[$array.JobId].JobCount | Should -Be 3

        $summary | Export-BatchReport $TestDrive/costs.csv
        (Import-Csv $TestDrive/costs.csv).costHighUsd.ForEach({ [decimal]$_ }) | Should -Be $summary.Costs.Values.ForEach({ [math]::Round($_.Cost.High, 10) })
        $summary | Export-BatchReport $TestDrive/costs.html
        Get-Content $TestDrive/costs.html -Raw | Should -BeLike '*<dt>Cost, as if on AWS</dt>*<button type="button">Cost</button>*'
    }

    It 'reports a workload without jobs' {
        Measure-BatchWorkload nope -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -Be 'WorkloadNotFound,BatchTools.PowerShell.Commands.MeasureBatchWorkloadCommand'
    }

    It 'gives nothing for nothing' {
        @() | Measure-BatchWorkload | Should -BeNullOrEmpty
    }

    It 'completes names, quoted where they have blanks' {
        (TabExpansion2 'Measure-BatchWorkload w').CompletionMatches.CompletionText | Should -Contain "'w 1'"
    }
}
