BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine

    # A new queue of priority 1, on the environment that every engine offers.
    function New-TestQueue([string] $Name) {
        New-BatchJobQueue -Name $Name -ComputeEnvironment local
    }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Set-BatchJobQueue' {
    It 'takes an object, a name, an ARN and a property' {
        $made = 1..5 | ForEach-Object { New-TestQueue "a$_" }

        $made[0] | Set-BatchJobQueue -Priority 200
        Set-BatchJobQueue a2 -Priority 200
        Set-BatchJobQueue $made[2].JobQueueArn -Priority 200 -Wait -Timeout 1m
        [pscustomobject] @{ JobQueueName = 'a4' } | Set-BatchJobQueue -Priority 200
        Get-BatchJobQueue a5 | Set-BatchJobQueue -Priority 200

        (Get-BatchJobQueue a?).Priority | Should -Be (@(200) * 5)
    }

    It 'changes what is given, and leaves the rest' {
        $null = New-BatchComputeEnvironment -Name more -ResourceType EC2 -MaxVcpu 1 -InstanceType optimal -InstanceRole ecsInstanceRole -Subnet subnet-1
        $null = New-BatchJobQueue -Name parts -ComputeEnvironment local -Priority 3 -Tag @{ Team = 'md' }

        Set-BatchJobQueue parts -ComputeEnvironment more -State DISABLED -JobStateTimeLimitAction @{
            reason = 'MISCONFIGURATION:JOB_RESOURCE_REQUIREMENT'; maxTimeSeconds = 600; state = 'RUNNABLE'; action = 'CANCEL'
        }

        $queue = Get-BatchJobQueue parts
        $queue.ComputeEnvironments | Should -Be more
        $queue.State | Should -Be DISABLED
        $queue.Priority | Should -Be 3
        $queue.Tags['Team'] | Should -Be md
        $queue.Raw.jobStateTimeLimitActions[0].maxTimeSeconds | Should -Be 600
    }

    It 'calls nothing where nothing changes, and says so' {
        $null = New-TestQueue same

        $said = Set-BatchJobQueue same -Priority 1 -ComputeEnvironment local -Verbose 4>&1

        "$said" | Should -Match 'is so already'
    }

    It 'shows old and new values with -WhatIf, and changes nothing' {
        $said = pwsh -NoProfile -Command @"
            Import-Module '$root/BatchTools.psd1'
            `$null = Connect-Batch -Local -DataDirectory '$(Join-Path $TestDrive other)'
            Get-BatchJobQueue local | Set-BatchJobQueue -Priority 200 -State DISABLED -WhatIf
            (Get-BatchJobQueue local).State
"@

        $said -join "`n" | Should -Match '(?s)Change the job queue.*"local".*priority: \d+ → 200.*state: ENABLED → DISABLED.*ENABLED'
    }

    It 'writes nothing at the end of a pipeline, and what it changed with -PassThru or to the next command' {
        $null = New-TestQueue quiet

        $written = Set-BatchJobQueue quiet -Priority 2
        $written | Should -BeNullOrEmpty
        $written = Set-BatchJobQueue quiet -Priority 3 -PassThru
        $written.Priority | Should -Be 3
        @(Set-BatchJobQueue quiet -Priority 4 | ForEach-Object { $_ }).Priority | Should -Be 4
    }

    It 'reports each name of nothing, and goes on with the rest' {
        $null = New-TestQueue rest

        Set-BatchJobQueue nope, rest, none -Priority 9 -ErrorVariable problems -ErrorAction SilentlyContinue

        @($problems).TargetObject | Should -Be nope, none
        (Get-BatchJobQueue rest).Priority | Should -Be 9
    }

    It 'reports an environment of nothing' {
        Set-BatchJobQueue local -ComputeEnvironment nope -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Match nope
    }

    It 'takes what changes from a file in AWS''s own shape, and parameters go over it' {
        $null = New-TestQueue from-file
        $file = Join-Path $TestDrive update.json
        Set-Content $file '{ "jobQueue": "from-file", "priority": 5, "state": "DISABLED" }'

        $queue = Set-BatchJobQueue -Path $file -Priority 6 -PassThru

        $queue.Priority | Should -Be 6
        $queue.State | Should -Be DISABLED
    }

    It 'raises the queue of a file as AWS CLI takes it to 200, and keeps its tags' {
        $null = New-BatchComputeEnvironment -Path $PSScriptRoot/Cases/compute-environment.ec2.json -WarningAction SilentlyContinue
        $null = New-BatchComputeEnvironment -Path $PSScriptRoot/Cases/compute-environment.ec2.json -Name batch-fargate-env -WarningAction SilentlyContinue
        $null = New-BatchJobQueue -Path $PSScriptRoot/Cases/job-queue.high-priority.json

        Get-BatchJobQueue high-priority-queue | Set-BatchJobQueue -Priority 200

        $queue = Get-BatchJobQueue high-priority-queue
        $queue.Priority | Should -Be 200
        $queue.Tags['Priority'] | Should -Be high
        $queue.Tags['Environment'] | Should -Be production
        $queue.ComputeEnvironments | Should -Be batch-fargate-env, batch-compute-env
    }

    It 'completes queues and environments' {
        (TabExpansion2 'Set-BatchJobQueue loc').CompletionMatches.CompletionText | Should -Contain local
        (TabExpansion2 'Set-BatchJobQueue x -ComputeEnvironment loc').CompletionMatches.CompletionText | Should -Contain local
    }
}
