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

    It 'tells a dependency that does not exist, and what is no id at all' {
        Submit-BatchJob -JobName lost -JobQueue local -JobDefinition hello -DependsOn hi -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'DependencyNotFound,*'
        "$problem" | Should -BeLike "The job 'lost' cannot depend on 'hi'*"
        { Submit-TestJob lost -With @{ DependsOn = 'hi there' } } | Should -Throw -ExpectedMessage "*'hi there' is no job id*"
        { @{ jobName = 'lost'; dependsOn = @(@{ jobId = 'hi there' }) } | Submit-BatchJob -JobQueue local -JobDefinition hello -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidJobId,*'
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

    It 'tells the plan with -WhatIf, and submits nothing' {
        $null = Start-Transcript "$TestDrive/plan.txt"
        try {
            $points = New-BatchSweep @{ n = '1..300' } -JobName 'plan-{n}'
            $points | Submit-BatchJob -JobQueue local -JobDefinition hello -ThrottleLimit 5 -WhatIf
            $points | Submit-BatchJob -JobQueue local -JobDefinition hello -AsArray -WhatIf
        }
        finally {
            $null = Stop-Transcript
        }

        $plan = Get-Content "$TestDrive/plan.txt" -Raw
        $plan | Should -Match 'Submit 300 jobs'
        $plan | Should -Match 'plan-1 to plan-300'
        $plan | Should -Match '300 of SubmitJob'
        $plan | Should -Match '5 unfinished at most'
        $plan | Should -Match 'Submit 1 job"'
        $plan | Should -Match '1, 300 jobs in all that run'
        Get-BatchJob -JobName plan* | Should -BeNullOrEmpty
    }

    It 'tells with -WhatIf what jobs would cost on AWS, or what is not known' {
        $null = Register-BatchJobDefinition -Name fresh -Image busybox -Command true -Memory 64
        $null = Start-Transcript "$TestDrive/cost.txt"
        try {
            Submit-BatchJob -JobName costs -JobQueue local -JobDefinition hello -ArraySize 100 -Vcpu 2 -Memory 4GB -ExpectedDuration 1h -Attempt 2 -WhatIf
            Submit-BatchJob -JobName unknown -JobQueue local -JobDefinition fresh -WhatIf
        }
        finally {
            $null = Stop-Transcript
        }

        $plan = Get-Content "$TestDrive/cost.txt" -Raw
        $plan | Should -Match 'Cost +\$[\d.]+ to \$[\d.]+ as if on AWS; on this machine they cost nothing'
        $plan | Should -Match '100 of hello:\d+: 1 h 00 min, as expected, at most 2 attempts'
        $plan | Should -Match 'prices of \d{4}-\d\d-\d\d'
        $plan | Should -Match 'not known: how long a job of fresh:\d+ runs'
    }

    It 'folds points into an array whose children have the values of their points' {
        $array = New-BatchSweep ([ordered]@{ temperature = 250, 300; pressure = '1..2 by 0.5' }) -JobName 'fold-T{temperature}-P{pressure}' |
            Submit-BatchJob -JobQueue local -JobDefinition shows -AsArray |
            Wait-BatchJob -Timeout 1m

        $array.JobName | Should -Be fold
        $array.ArraySize | Should -Be 6
        ($array | Get-BatchJobLog | Sort-Object ArrayIndex).Message | Should -Be 't=250 env=250', 't=250 env=250', 't=250 env=250', 't=300 env=300', 't=300 env=300', 't=300 env=300'
        $children = $array | Get-BatchJob -Child | Sort-Object ArrayIndex
        $children.Point | Should -Be (0..5)
        $children.ForEach{ $_.Parameters['pressure'] } | Should -Be 1, 1.5, 2, 1, 1.5, 2
    }

    It 'folds what is left of a sweep, and rows, under a name of their own' {
        $array = New-BatchSweep @{ temperature = 1..9 } -Exclude { $_.temperature -in 2, 3, 7 } |
            Submit-BatchJob -JobName left -JobQueue local -JobDefinition shows -AsArray |
            Wait-BatchJob -Timeout 1m
        $rows = 'x', 'y' | ForEach-Object { [pscustomobject]@{ temperature = $_ } } | New-BatchSweep |
            Submit-BatchJob -JobName rows -JobQueue local -JobDefinition shows -AsArray |
            Wait-BatchJob -Timeout 1m

        $array.JobName | Should -Be left
        ($array | Get-BatchJobLog | Sort-Object ArrayIndex).Message | Should -Be (1, 4, 5, 6, 8, 9).ForEach{ "t=$_ env=$_" }
        ($array | Get-BatchJob -Child | Sort-Object ArrayIndex).Point | Should -Be 0, 3, 4, 5, 7, 8
        ($rows | Get-BatchJobLog | Sort-Object ArrayIndex).Message | Should -Be 't=x env=x', 't=y env=y'
    }

    It 'says what can not be folded, and submits it job by job' {
        $null = Register-BatchJobDefinition -Name silent -Image busybox -Memory 64
        $jobs = New-BatchSweep @{ n = 1..2 } -JobName 'apart-{n}' |
            Submit-BatchJob -JobQueue local -JobDefinition silent -AsArray -WarningVariable warning -WarningAction SilentlyContinue

        $jobs.JobName | Sort-Object | Should -Be apart-1, apart-2
        "$warning" | Should -BeLike '*command*'
        @($warning).Count | Should -Be 1
        $jobs | Stop-BatchJob -Confirm:$false
    }

    It 'computes the points of a chunk one after the other, all of them, and fails with the first failure' {
        $jobs = New-BatchSweep @{ n = 1..5 } -JobName 'chunk-{n}' -Chunk 3 |
            Submit-BatchJob -JobQueue local -JobDefinition hello -Command sh, -c, 'echo n=$n; [ $n -ne 2 ] || exit 7' |
            Wait-BatchJob -Timeout 1m | Sort-Object JobName

        $jobs.JobName | Should -Be chunk-1, chunk-4
        $jobs.Status | Should -Be FAILED, SUCCEEDED
        $jobs[0].ExitCode | Should -Be 7
        ($jobs[0] | Get-BatchJobLog).Message | Should -Be 'n=1', 'n=2', 'batchtools: point 1 ended with exit code 7', 'n=3'
    }

    It 'folds chunks' {
        $array = New-BatchSweep @{ n = 1..5 } -Chunk 2 |
            Submit-BatchJob -JobName chunks -JobQueue local -JobDefinition hello -Command echo, Ref::n -AsArray |
            Wait-BatchJob -Timeout 1m

        $array.ArraySize | Should -Be 3
        ($array | Get-BatchJobLog | Sort-Object ArrayIndex, Timestamp).Message | Should -Be 1, 2, 3, 4, 5
    }

    It 'takes <Kind> in the shape of SubmitJob' -ForEach @(
        @{ Kind = 'a hashtable'; Make = { @{ jobName = 'shape'; jobQueue = 'local'; jobDefinition = 'hello'; containerOverrides = @{ environment = @(@{ name = 'A'; value = 'b' }) } } } }
        @{ Kind = 'an object'; Make = { [pscustomobject]@{ JobName = 'shape'; Queue = 'local'; Definition = 'hello'; Environment = @{ A = 'b' } } } }
        @{ Kind = 'JSON text'; Make = { '{"jobName": "shape", "jobQueue": "local", "jobDefinition": "hello", "containerOverrides": {"environment": [{"name": "A", "value": "b"}]}}' } }
        @{
            Kind = 'a request'
            Make = {
                $environment = [System.Collections.Generic.Dictionary[string, string]]::new()
                $environment['A'] = 'b'
                [BatchTools.JobRequest]@{ JobName = 'shape'; JobQueue = 'local'; JobDefinition = 'hello'; Environment = $environment }
            }
        }
    ) {
        $job = & $Make | Submit-BatchJob -Tag @{ Kind = $Kind }

        $seen = Get-BatchJob $job
        $seen.JobName | Should -Be shape
        $seen.Environment['A'] | Should -Be b
        $seen.Tags['Kind'] | Should -Be $Kind
    }

    It 'takes files as --cli-input-json has them, and parameters over them' {
        '{"jobName": "file", "jobQueue": "nope", "jobDefinition": "hello", "retryStrategy": {"attempts": 2}}' | Set-Content "$TestDrive/job.json"

        $job = Submit-BatchJob -Path "$TestDrive/*.json" -JobQueue local

        $job.JobName | Should -Be file
        (Get-BatchJob $job).Raw['retryStrategy']['attempts'] | Should -Be 2
        (Get-Item "$TestDrive/job.json" | Submit-BatchJob -JobQueue local).JobName | Should -Be file
    }

    It 'names the member that was probably meant' {
        '{"jobName": "f", "jobQueue": "local", "jobDefinition": "hello", "retryStrategey": {}}' |
            Submit-BatchJob -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'MemberUnknown,*'
        "$problem" | Should -Match "'retryStrategy'"
    }

    It 'takes piped definitions, and refuses jobs' {
        (Get-BatchJobDefinition hello | Submit-BatchJob -JobName ofDefinition -JobQueue local).JobDefinition | Should -Be hello:1
        $job = Submit-TestJob again
        $job | Submit-BatchJob -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -BeLike 'JobIsNoRequest,*'
    }

    It 'asks for the name of a job that a definition alone describes' {
        Get-BatchJobDefinition hello | Submit-BatchJob -JobQueue local -ErrorVariable errors -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

        $errors[0].FullyQualifiedErrorId | Should -BeLike 'JobNameMissing,*'
        "$errors" | Should -BeLike '*-JobName*'
    }

    It 'lets children wait for those of another array' {
        $first = Submit-TestJob left 'true' -With @{ ArraySize = 2 }
        $second = Submit-TestJob right 'true' -With @{ ArraySize = 2; DependsOn = $first; DependencyType = 'N_TO_N' }
        $last = Submit-TestJob row 'true' -With @{ ArraySize = 2; DependencyType = 'SEQUENTIAL' }

        (Get-BatchJob $second).Raw['dependsOn'][0]['type'] | Should -Be N_TO_N
        (Get-BatchJob $second).Raw['dependsOn'][0]['jobId'] | Should -Be $first.JobId
        (Get-BatchJob $last).Raw['dependsOn'][0]['type'] | Should -Be SEQUENTIAL
        ($second, $last | Wait-BatchJob -Timeout 1m).Status | Should -Be SUCCEEDED, SUCCEEDED
    }

    It 'asks for a queue once, however many points there are' {
        { New-BatchSweep @{ n = 1..5 } | Submit-BatchJob -JobDefinition hello } | Should -Throw -ErrorId 'SweepTargetMissing,*' -ExpectedMessage '*-JobQueue*'
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

Describe 'Submit-BatchJob with the training case' {
    BeforeAll {
        $machine = Connect-Batch -Local -DataDirectory (Join-Path $TestDrive training) -Gpu 2 -Memory 32768 -Processor 8
        $cases = "$PSScriptRoot/../BatchTools.Core.Tests/WorkloadFiles/Cases"
    }

    AfterAll {
        $machine | Disconnect-Batch -Confirm:$false
    }

    It 'registers, submits with environment overrides from the file, and waits to the end' {
        $null = New-BatchJobQueue -Name ml-training-queue -ComputeEnvironment local -Connection $machine
        # The image's program does not exist here.
        $definition = Register-BatchJobDefinition -Path "$cases/job-definition.ml-training.json" -Command sh, -c, 'echo $MODEL_TYPE $EPOCHS on $CUDA_VISIBLE_DEVICES' -Connection $machine -WarningAction SilentlyContinue

        $job = Submit-BatchJob -Path "$cases/job-submission.ml-training.json" -Connection $machine | Wait-BatchJob -Timeout 1m

        $job.Status | Should -Be SUCCEEDED
        $job.JobName | Should -Be train-model-experiment-42
        $job.JobDefinition | Should -Be "$definition"
        ($job | Get-BatchJobLog).Message | Should -Match '^resnet50 10 on [01]$'
    }
}
