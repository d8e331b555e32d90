BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine

    # A shell that submits to the engine of this file's process would need it served, so each shell opens the folder in its turn.
    function Start-Submission([string] $Data, [string] $Workload, [int] $Jobs) {
        $script = @"
            Import-Module '$root/BatchTools.psd1'
            `$null = Connect-Batch -Local -DataDirectory '$Data' -Runner Simulated
            `$null = Register-BatchJobDefinition -Name hello -Image none -Command true -Memory 64
            New-BatchSweep @{ n = 1..$Jobs } -JobName 'point-{n}' | Submit-BatchJob -JobQueue local -JobDefinition hello $Workload |
                ForEach-Object { [Console]::Out.WriteLine(`$_.JobName); [Console]::Out.Flush() }
"@
        $start = [System.Diagnostics.ProcessStartInfo]::new('pwsh')
        '-NoProfile', '-NonInteractive', '-Command', $script | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardOutput = $true
        [System.Diagnostics.Process]::Start($start)
    }

    # Kills a shell once it has told of so many jobs.
    function Stop-SubmissionAfter([System.Diagnostics.Process] $Process, [int] $Jobs) {
        1..$Jobs | ForEach-Object { $null = $Process.StandardOutput.ReadLine() }
        $Process.Kill()
        $Process.WaitForExit()
    }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Resume-BatchWorkload' {
    It 'gives the jobs of a workload that is whole, and submits nothing' {
        $jobs = 1..3 | ForEach-Object { Submit-BatchJob -JobName "whole-$_" -JobQueue local -JobDefinition hello -Workload whole }

        $again = Get-BatchWorkload whole | Resume-BatchWorkload

        $again.JobId | Sort-Object | Should -Be ($jobs.JobId | Sort-Object)
        (Get-BatchJob -Workload whole).Count | Should -Be 3
    }

    It 'finds a workload of another machine by its tags, after which the same command submits only what is missing' {
        $jobs = 1..2 | ForEach-Object { Submit-BatchJob -JobName "far-$_" -JobQueue local -JobDefinition hello -Workload far }
        Remove-BatchWorkload far

        $found = Resume-BatchWorkload far -WarningVariable warnings -WarningAction SilentlyContinue
        $again = 1..3 | ForEach-Object { Submit-BatchJob -JobName "far-$_" -JobQueue local -JobDefinition hello -Workload far 3>$null }

        "$warnings" | Should -BeLike "*found by the tags of its 2 jobs*"
        $found.JobId | Sort-Object | Should -Be ($jobs.JobId | Sort-Object)
        $again[0..1].JobId | Should -Be $jobs.JobId
        (Get-BatchJob -Workload far).Count | Should -Be 3
    }

    It 'names a workload that there is not' {
        { Resume-BatchWorkload nowhere -ErrorAction Stop } | Should -Throw "There is no workload 'nowhere'*" -ErrorId 'WorkloadNotFound,*'
    }

    It 'takes up what a killed shell was submitting, and the same command adds the rest, each job exactly once' {
        $data = Join-Path $TestDrive killed
        foreach ($moment in 1, 40, 120) {
            Stop-SubmissionAfter (Start-Submission $data '-Workload killed' 300) $moment
        }

        $connection = Connect-Batch -Local -DataDirectory $data -Runner Simulated
        try {
            (Get-BatchWorkload killed -Connection $connection).State | Should -Be BrokenOff
            $resumed = Resume-BatchWorkload killed -Connection $connection -WarningVariable warnings -WarningAction SilentlyContinue
            "$warnings" | Should -BeLike "*'killed' was broken off*"
            (Get-BatchWorkload killed -Connection $connection).Unsettled | Should -Be 0
            $all = New-BatchSweep @{ n = 1..300 } -JobName 'point-{n}' | Submit-BatchJob -JobQueue local -JobDefinition hello -Workload killed -Connection $connection 3>$null

            @($resumed).Count | Should -BeGreaterThan 119
            ($all.JobId | Sort-Object -Unique).Count | Should -Be 300
            $there = Get-BatchJob -JobQueue local -Connection $connection
            $there.Count | Should -Be 300
            ($there.JobName | Sort-Object -Unique).Count | Should -Be 300
        }
        finally {
            Disconnect-Batch -Connection $connection -Confirm:$false
        }
    }

    It 'settles what a killed call without a workload had written down' {
        $data = Join-Path $TestDrive nameless
        Stop-SubmissionAfter (Start-Submission $data '' 3000) 100

        $connection = Connect-Batch -Local -DataDirectory $data -Runner Simulated
        try {
            $left = Get-BatchWorkload -Connection $connection
            $left.Workload | Should -BeLike 'unnamed-*'
            $resumed = $left | Resume-BatchWorkload -Connection $connection 3>$null

            @($resumed).Count | Should -BeGreaterThan 99
            @(Get-BatchWorkload -Connection $connection).Count | Should -Be 0
            $there = Get-BatchJob -JobQueue local -Connection $connection
            ($there.JobId | Sort-Object) | Should -Be ($resumed.JobId | Sort-Object)
            ($there.JobName | Sort-Object -Unique).Count | Should -Be $there.Count
        }
        finally {
            Disconnect-Batch -Connection $connection -Confirm:$false
        }
    }
}
