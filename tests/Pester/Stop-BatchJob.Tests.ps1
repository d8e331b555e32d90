BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'Stop-BatchJob' {
    It 'terminates what runs' {
        $job = Submit-TestJob long 'sleep 30'
        while ((Get-BatchJob $job).Status -ne 'RUNNING') { }

        $stopped = $job | Stop-BatchJob -Reason 'Not needed'

        $stopped | Should -BeOfType BatchTools.Job
        $ended = $job | Wait-BatchJob -Timeout 1m
        $ended.Status | Should -Be FAILED
        $ended.StatusReason | Should -Be 'Not needed'
    }

    It 'cancels what waits' {
        $first = Submit-TestJob first 'sleep 30'
        $second = Submit-TestJob second -With @{ DependsOn = $first }

        $null = $second, $first | Stop-BatchJob

        ($second | Wait-BatchJob -Timeout 1m).Status | Should -Be FAILED
        ($first | Wait-BatchJob -Timeout 1m).Status | Should -Be FAILED
    }

    It 'stops nothing with -WhatIf' {
        $job = Submit-TestJob long 'sleep 30'

        $job.JobId | Stop-BatchJob -WhatIf

        (Get-BatchJob $job).IsFinished | Should -BeFalse
        $null = $job | Stop-BatchJob
    }

    It 'reports an id that does not exist' {
        Stop-BatchJob 00000000-0000-0000-0000-000000000000 -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -Be 'JobNotFound,BatchTools.PowerShell.Commands.StopBatchJobCommand'
    }

    It 'completes ids' {
        $job = Submit-TestJob completed

        (TabExpansion2 "Stop-BatchJob $($job.JobId.Substring(0, 8))").CompletionMatches.CompletionText | Should -Contain $job.JobId
    }
}
