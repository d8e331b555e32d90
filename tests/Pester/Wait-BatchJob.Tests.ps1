BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'Wait-BatchJob' {
    It 'gives each job when it has finished' {
        $jobs = (Submit-TestJob slow 'sleep 0.5'), (Submit-TestJob fast 'true') | Wait-BatchJob -Timeout 1m

        $jobs.JobName | Should -Be fast, slow
        $jobs.IsFinished | Should -Be $true, $true
    }

    It 'gives failed jobs without an error' {
        $job = Submit-TestJob fails 'exit 7' | Wait-BatchJob -Timeout 1m -ErrorVariable problem

        $job.Status | Should -Be FAILED
        $job.ExitCode | Should -Be 7
        $problem | Should -BeNullOrEmpty
    }

    It 'gives jobs when they run with -Until' {
        $job = Submit-TestJob long 'sleep 30'
        try {
            ($job | Wait-BatchJob -Until RUNNING -Timeout 1m).Status | Should -Be RUNNING
        }
        finally {
            $null = $job | Stop-BatchJob
        }
    }

    It 'gives up and stops the rest with -MaxFailure and -StopUnfinished' {
        $ended = (Submit-TestJob long 'sleep 60'), (Submit-TestJob bad 'exit 1'), (Submit-TestJob worse 'exit 1') |
            Wait-BatchJob -MaxFailure 1 -StopUnfinished -Timeout 1m -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -Be 'TooManyFailures,BatchTools.PowerShell.Commands.WaitBatchJobCommand'
        ($ended | Where-Object JobName -EQ long).FailureClass | Should -Be Stopped
    }

    It 'ends the pipeline when too many fail while jobs are still submitted' {
        { 1..200 | ForEach-Object { Submit-TestJob "flood-$_" 'exit 1' } | Wait-BatchJob -MaxFailure 2 } | Should -Throw -ErrorId 'TooManyFailures,*'

        @(Get-BatchJob -JobName flood-*).Count | Should -BeLessThan 200
    }

    It 'refuses a -MaxFailure that is no number' {
        { 'x' | Wait-BatchJob -MaxFailure many } | Should -Throw "*'many' is no number of failures*"
    }

    It 'sums failures up with -ErrorOnFailure' {
        $null = (Submit-TestJob good 'true'), (Submit-TestJob bad 'exit 7') |
            Wait-BatchJob -ErrorOnFailure -Timeout 1m -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -Be 'JobsFailed,BatchTools.PowerShell.Commands.WaitBatchJobCommand'
        "$problem" | Should -BeLike "1 of 2 job(s) failed (1 Application). The first was 'bad'*Exit code 7*"
    }

    It 'tells its calls with -Verbose' {
        $text = Submit-TestJob array 'true' -With @{ ArraySize = 50 } | Wait-BatchJob -Timeout 1m -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }

        "$text" | Should -Match 'Waited for 50 job\(s\) with \d+ status call\(s\) in \d+ poll\(s\), at most 1 in one\.'
    }

    It 'takes ids' {
        $id = (Submit-TestJob byid).JobId

        (Wait-BatchJob $id -Timeout 1m).JobId | Should -Be $id
    }

    It 'ends with an error when the time is up' {
        $job = Submit-TestJob long 'sleep 30'
        try {
            $job | Wait-BatchJob -Timeout 0.5 -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

            $problem.FullyQualifiedErrorId | Should -Be 'WaitTimedOut,BatchTools.PowerShell.Commands.WaitBatchJobCommand'
            $problem.CategoryInfo.Category | Should -Be OperationTimeout
        }
        finally {
            $null = $job | Stop-BatchJob
        }
    }

    It 'ends after the first with -Any' {
        $long = Submit-TestJob long 'sleep 30'
        try {
            $first = $long, (Submit-TestJob short 'true') | Wait-BatchJob -Any -Timeout 1m

            $first.JobName | Should -Be short
        }
        finally {
            $null = $long | Stop-BatchJob
        }
    }

    It 'ends when nothing more is asked for' {
        $long = Submit-TestJob long 'sleep 30'
        try {
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $first = (Submit-TestJob short 'true'), $long | Wait-BatchJob | Select-Object -First 1

            $first.JobName | Should -Be short
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 20
        }
        finally {
            $null = $long | Stop-BatchJob
        }
    }

    It 'stops within a second, leaves the jobs running, and says how to go on' {
        $job = Submit-TestJob long 'sleep 30'
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({
                    param($manifest, $job)
                    Import-Module $manifest
                    $job | Wait-BatchJob
                }).AddArgument("$root/BatchTools.psd1").AddArgument($job)
            $running = $shell.BeginInvoke()
            while ((Get-BatchJob $job).Status -ne 'RUNNING') { }
            $running.AsyncWaitHandle.WaitOne(1000) | Should -BeFalse

            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()

            $watch.Elapsed.TotalSeconds | Should -BeLessThan 2
            (Get-BatchJob $job).Status | Should -Be RUNNING
        }
        finally {
            $shell.Dispose()
            $null = $job | Stop-BatchJob
        }
    }

    It 'reports a job that does not exist' {
        Wait-BatchJob 00000000-0000-0000-0000-000000000000 -Timeout 2 -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.Count | Should -BeGreaterThan 0
    }
}
