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

Describe 'Get-BatchServiceJob' {
    It 'lists the jobs of queues, of which the local engine has none' {
        Get-BatchServiceJob -ErrorAction Stop | Should -BeNullOrEmpty
        Get-BatchServiceJob -JobQueue $queue -Status RUNNING, RUNNABLE -ErrorAction Stop | Should -BeNullOrEmpty
        Get-BatchServiceJob -JobName 'train-*' -After (Get-Date).AddDays(-1) -Before (Get-Date) -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'reports each id that does not exist' {
        Get-BatchServiceJob '01234567-89ab-cdef-0123-456789abcdef', '11234567-89ab-cdef-0123-456789abcdef' -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.Count | Should -Be 2
        $problem[0].CategoryInfo.Category | Should -Be ObjectNotFound
    }
}
