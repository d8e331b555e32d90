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
