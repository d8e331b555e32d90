BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $null = New-BatchServiceEnvironment -Name training -CapacityLimit @{ NUM_INSTANCES = 8 }
    $policy = New-BatchSchedulingPolicy -Name quota -IdleResourceAssignment FIFO
    $queue = @{ jobQueueName = 'train'; priority = 1; jobQueueType = 'SAGEMAKER_TRAINING'; serviceEnvironmentOrder = @(@{ order = 1; serviceEnvironment = 'training' }) } |
        New-BatchJobQueue -SchedulingPolicyArn $policy.SchedulingPolicyArn
}

AfterAll {
    Stop-TestEngine
}

Describe 'Submit-BatchServiceJob' {
    It 'sends the job, which the local engine refuses with the reason' {
        Submit-BatchServiceJob -JobName learn -JobQueue $queue -Payload @{ TrainingJobName = 'x' } -Attempt 2 -Timeout 1h -SchedulingPriority 5 -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'ServiceRefused,*SubmitBatchServiceJobCommand'
        "$problem" | Should -Match 'SageMaker'
    }

    It 'says of another queue that it takes none' {
        Submit-BatchServiceJob learn local '{}' -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Match 'takes no service jobs'
    }

    It 'reads files, and names what is wrong in them' {
        $file = Join-Path $TestDrive job.json
        Set-Content $file '{ "jobName": "learn", "jobQueue": "train", "serviceJobType": "SAGEMAKER_TRAINING", "serviceRequestPayload": "{}", "retries": 3 }'

        Submit-BatchServiceJob -Path $file -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Match "job\.json\(1,\d+\).*'retries'"
    }

    It 'submits nothing with -WhatIf' {
        Submit-BatchServiceJob learn train '{}' -WhatIf -ErrorVariable problem

        $problem | Should -BeNullOrEmpty
    }
}
