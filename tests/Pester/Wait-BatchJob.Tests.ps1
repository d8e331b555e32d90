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
