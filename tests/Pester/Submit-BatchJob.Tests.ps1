BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $null = Register-BatchJobDefinition -Name shows -Image busybox -Command sh, -c, 'echo t=Ref::temperature env=$temperature' -Memory 64
}

AfterAll {
    Stop-TestEngine
}

Describe 'Submit-BatchJob' {
    It 'submits a job that parameters describe' {
        $job = Submit-BatchJob -JobName one -JobQueue local -JobDefinition hello -Environment @{ A = 1.5 } -Vcpu 1 -Memory 128 -Attempt 2 -Timeout 2m -Tag @{ Team = 'md' } -Workload w1

        $job | Should -BeOfType BatchTools.Job
        $job.JobName | Should -Be one
        $job.Connection | Should -Be $connection
        $seen = Get-BatchJob $job
        $seen.Environment['A'] | Should -Be '1.5'
        $seen.Memory | Should -Be 128
        $seen.Tags['Team'] | Should -Be md
        $seen.Workload | Should -Be w1
    }

    It 'submits a job for each point of a sweep' {
        $jobs = New-BatchSweep @{ temperature = 250, 300 } -JobName 'sim-{temperature}' |
            Submit-BatchJob -JobQueue local -JobDefinition shows |
            Wait-BatchJob -Timeout 1m

        $jobs.JobName | Sort-Object | Should -Be sim-250, sim-300
        $jobs.Status | Should -Be SUCCEEDED, SUCCEEDED
        ($jobs | Where-Object JobName -eq sim-300 | Get-BatchJobLog).Message | Should -Be 't=300 env=300'
    }

    It 'takes queue and definition as objects' {
        $job = Submit-BatchJob -JobName objects -JobQueue (Get-BatchJobQueue local) -JobDefinition (Get-BatchJobDefinition hello)

        $job.JobDefinition | Should -Be hello:1
    }

    It 'takes piped queues' {
        (Get-BatchJobQueue local | Submit-BatchJob -JobName piped -JobDefinition hello).JobName | Should -Be piped
    }

    It 'waits for the jobs that it depends on' {
        $first = Submit-TestJob first 'sleep 0.2'
        $second = Submit-TestJob second -With @{ DependsOn = $first }

        $null = $second | Wait-BatchJob -Timeout 1m

        (Get-BatchJob $first).StoppedAt | Should -BeLessOrEqual (Get-BatchJob $second).StartedAt
    }

    It 'submits array jobs' {
        $parent = Submit-TestJob array 'echo $AWS_BATCH_JOB_ARRAY_INDEX' -With @{ ArraySize = 3 } | Wait-BatchJob -Timeout 1m

        $parent.ArraySize | Should -Be 3
        ($parent | Get-BatchJob -Child).ArrayIndex | Sort-Object | Should -Be 0, 1, 2
    }

    It 'keeps to -ThrottleLimit' {
        $jobs = New-BatchSweep @{ n = 1..6 } -JobName 'throttled-{n}' |
            Submit-BatchJob -JobQueue local -JobDefinition hello -Command sh, -c, 'sleep 0.1' -ThrottleLimit 2 |
            Wait-BatchJob -Timeout 1m

        $jobs.Count | Should -Be 6
        $times = $jobs | ForEach-Object { [pscustomobject]@{ At = $_.CreatedAt; Change = 1 }; [pscustomobject]@{ At = $_.StoppedAt; Change = -1 } }
        $now = 0
        $most = 0
        foreach ($time in $times | Sort-Object At, Change) {
            $now += $time.Change
            $most = [math]::Max($most, $now)
        }

        $most | Should -BeLessOrEqual 2
    }

    It 'gives jobs as they finish, while others wait to be submitted' {
        $seen = [System.Collections.Generic.List[string]]::new()
        $null = New-BatchSweep @{ n = 1..4 } -JobName 'stream-{n}' |
            Submit-BatchJob -JobQueue local -JobDefinition hello -Command sh, -c, 'sleep 0.3' -ThrottleLimit 1 |
            ForEach-Object { $seen.Add("submitted $($_.JobName)"); $_ } |
            Wait-BatchJob -Timeout 1m |
            ForEach-Object { $seen.Add("finished $($_.JobName)") }

        $seen.IndexOf('finished stream-1') | Should -BeLessThan $seen.IndexOf('submitted stream-4')
        $seen.Count | Should -Be 8
    }

    It 'reports a queue that does not exist, and submits nothing' {
        Submit-BatchJob -JobName lost -JobQueue nope -JobDefinition hello -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -Be 'JobQueueNotFound,BatchTools.PowerShell.Commands.SubmitBatchJobCommand'
        "$problem" | Should -Match local
        Get-BatchJob -JobName lost | Should -BeNullOrEmpty
    }

    It 'reports a definition that does not exist' {
        Submit-BatchJob -JobName lost -JobQueue local -JobDefinition nope -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'JobDefinitionNotFound,*'
    }

    It 'reports a missing value for a Ref:: by name' {
        Submit-BatchJob -JobName missing -JobQueue local -JobDefinition shows -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'ParameterValuesMissing,*'
        "$problem" | Should -Match temperature
    }

    It 'stops at the first error with -ErrorAction Stop' {
        { Submit-BatchJob -JobName lost -JobQueue nope -JobDefinition hello -ErrorAction Stop } | Should -Throw -ErrorId 'JobQueueNotFound,*'
    }

    It 'submits nothing with -WhatIf' {
        New-BatchSweep @{ n = 1..3 } -JobName 'whatif-{n}' | Submit-BatchJob -JobQueue local -JobDefinition hello -WhatIf

        Get-BatchJob -JobName whatif-* | Should -BeNullOrEmpty
    }

    It 'stops submitting when nothing more is asked for' {
        $first = New-BatchSweep @{ n = 1..500 } -JobName 'few-{n}' |
            Submit-BatchJob -JobQueue local -JobDefinition hello -Command true -ThrottleLimit 2 |
            Select-Object -First 1

        $first.JobName | Should -BeLike few-*
        @(Get-BatchJob -JobName few-*).Count | Should -BeLessThan 500
    }

    It 'completes queues, definitions and workloads' {
        (TabExpansion2 'Submit-BatchJob -JobQueue l').CompletionMatches.CompletionText | Should -Contain local
        (TabExpansion2 'Submit-BatchJob -JobDefinition sh').CompletionMatches.CompletionText | Should -Contain shows
        (TabExpansion2 'Submit-BatchJob -Workload w').CompletionMatches.CompletionText | Should -Contain w1
    }
}
