BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'New-BatchJobQueue' {
    It 'creates a queue out of parameters' {
        $queue = New-BatchJobQueue -Name nightly -ComputeEnvironment local -Priority 10 -Tag @{ Team = 'md' }

        $queue | Should -BeOfType BatchTools.JobQueue
        $queue.JobQueueName | Should -Be nightly
        $queue.Priority | Should -Be 10
        (Get-BatchJobQueue nightly).ComputeEnvironments | Should -Be local
        (Get-BatchJobQueue nightly).Tags['Team'] | Should -Be md
    }

    It 'takes environments as objects' {
        (New-BatchJobQueue -Name objects -ComputeEnvironment (Get-BatchComputeEnvironment)).ComputeEnvironments | Should -Be local
    }

    It 'takes a scheduling policy by name, by ARN and as an object, and says which is missing' {
        $policy = New-BatchSchedulingPolicy -Name fair -ShareDecay 600

        (New-BatchJobQueue -Name by-name -ComputeEnvironment local -SchedulingPolicy fair).SchedulingPolicyArn | Should -Be $policy.SchedulingPolicyArn
        (New-BatchJobQueue -Name by-object -ComputeEnvironment local -SchedulingPolicy $policy).SchedulingPolicyArn | Should -Be $policy.SchedulingPolicyArn
        (New-BatchJobQueue -Name by-arn -ComputeEnvironment local -SchedulingPolicyArn $policy.SchedulingPolicyArn).SchedulingPolicyArn | Should -Be $policy.SchedulingPolicyArn
        New-BatchJobQueue -Name by-nothing -ComputeEnvironment local -SchedulingPolicy nope -ErrorVariable problem -ErrorAction SilentlyContinue
        "$problem" | Should -Match "no scheduling policy 'nope'"
    }

    It 'creates a queue for service jobs, and one with time limits' {
        $null = New-BatchServiceEnvironment -Name training -CapacityLimit @{ NUM_INSTANCES = 1 }

        (New-BatchJobQueue -Name services -ServiceEnvironment training).Raw['jobQueueType'] | Should -Be SAGEMAKER_TRAINING
        $limit = @{ reason = 'CAPACITY:INSUFFICIENT_INSTANCE_CAPACITY'; state = 'RUNNABLE'; maxTimeSeconds = 600; action = 'CANCEL' }
        (New-BatchJobQueue -Name limited -ComputeEnvironment local -JobStateTimeLimitAction $limit).Raw['jobStateTimeLimitActions'][0]['maxTimeSeconds'] | Should -Be 600
    }

    It 'creates queues out of files in AWS''s own shape' {
        foreach ($name in 'one', 'two') {
            Set-Content (Join-Path $TestDrive "$name.json") "{ ""jobQueueName"": ""$name"", ""priority"": 7, ""state"": ""DISABLED"", ""computeEnvironmentOrder"": [ { ""order"": 1, ""computeEnvironment"": ""local"" } ] }"
        }

        $queues = New-BatchJobQueue -Path (Join-Path $TestDrive *.json) | Sort-Object Name

        $queues.Name | Should -Be one, two
        $queues[0].Priority | Should -Be 7
        $queues[0].State | Should -Be DISABLED
    }

    It 'reports a missing environment by name, and makes no queue' {
        New-BatchJobQueue -Name broken -ComputeEnvironment nope -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.Count | Should -Be 1
        "$problem" | Should -Match nope
        Get-BatchJobQueue broken -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'reports a file that is no JSON with its place' {
        $file = Join-Path $TestDrive bad.txt
        Set-Content $file "{`n  nope`n}"

        New-BatchJobQueue -Path $file -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Match 'bad\.txt\(2,3\)'
    }

    It 'reports a file that is missing' {
        New-BatchJobQueue -Path (Join-Path $TestDrive none.json) -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'FileNotFound,*'
    }

    It 'creates nothing with -WhatIf' {
        New-BatchJobQueue -Name nothing -ComputeEnvironment local -WhatIf

        Get-BatchJobQueue nothing -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'completes environments, policies and types' {
        $null = New-BatchSchedulingPolicy -Name completed -ShareDecay 600
        (TabExpansion2 'New-BatchJobQueue -Name x -SchedulingPolicy comp').CompletionMatches.CompletionText | Should -Contain completed
        (TabExpansion2 'New-BatchJobQueue -Name x -Type EC').CompletionMatches.CompletionText | Should -Be ECS, ECS_FARGATE
        (TabExpansion2 'New-BatchJobQueue -Name x -ComputeEnvironment l').CompletionMatches.CompletionText | Should -Contain local
    }
}
