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

    It 'stops all that is unfinished of a workload, and waits for its end' {
        $all = 1..60 | ForEach-Object { Submit-TestJob "w-$_" 'sleep 60' -With @{ Workload = 'doomed' } }
        $other = Submit-TestJob other 'sleep 60' -With @{ Workload = 'spared' }

        $stopped = Stop-BatchJob -Workload doomed -Reason enough -Wait

        $stopped.Count | Should -Be 60
        $stopped.Status | Select-Object -Unique | Should -Be FAILED
        $stopped.StatusReason | Select-Object -Unique | Should -Be enough
        @($all | Get-BatchJob | Where-Object IsFinished -EQ $false).Count | Should -Be 0
        (Get-BatchJob $other).IsFinished | Should -BeFalse
        $null = Stop-BatchJob -Workload spared -Wait
    }

    It 'keeps the reason that was there before' {
        $null = Register-BatchJobDefinition -Name huge -Image busybox -Command true -Vcpu 999 -Memory 64
        $job = Submit-BatchJob -JobName blocked -JobQueue local -JobDefinition huge
        while (-not (Get-BatchJob $job).StatusReason) { }

        $stopped = $job | Stop-BatchJob -Reason 'Too big' -Wait

        $stopped.StatusReason | Should -Be 'Too big'
        $stopped.PreviousStatusReason | Should -BeLike 'MISCONFIGURATION:*'
    }

    It 'warns when there is nothing to stop' {
        Stop-BatchJob -Workload none -WarningVariable words -WarningAction SilentlyContinue

        "$words" | Should -BeLike "*'none'*"
    }

    It 'asks for a whole workload once' {
        Stop-BatchJob -Workload md-42 -WhatIf *>&1 | Should -BeNullOrEmpty
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
