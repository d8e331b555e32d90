BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $null = New-BatchServiceEnvironment -Name training -CapacityLimit @{ NUM_INSTANCES = 8 }
    $policy = New-BatchSchedulingPolicy -Name quota -IdleResourceAssignment FIFO
    $queue = @{ jobQueueName = 'train'; priority = 1; jobQueueType = 'SAGEMAKER_TRAINING'; serviceEnvironmentOrder = @(@{ order = 1; serviceEnvironment = 'training' }) } |
        New-BatchJobQueue -SchedulingPolicyArn $policy.SchedulingPolicyArn
    $one = New-BatchQuotaShare -Name one -JobQueue train -CapacityLimit @{ a = 1 }
    $null = New-BatchQuotaShare -Name other -JobQueue train -CapacityLimit @{ a = 1 }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Get-BatchQuotaShare' {
    It 'gets all, by queue, by name, by pattern, by ARN and by object' {
        (Get-BatchQuotaShare).QuotaShareName | Should -Be one, other
        (Get-BatchQuotaShare -JobQueue $queue).QuotaShareName | Should -Be one, other
        (Get-BatchQuotaShare one).CapacityLimits['a'] | Should -Be 1
        (Get-BatchQuotaShare 'ot*').QuotaShareName | Should -Be other
        (Get-BatchQuotaShare $one.QuotaShareArn).QuotaShareName | Should -Be one
        ($one | Get-BatchQuotaShare).QuotaShareName | Should -Be one
    }

    It 'reports a name that is missing, and goes on' {
        (Get-BatchQuotaShare nope, one -ErrorVariable problem -ErrorAction SilentlyContinue).QuotaShareName | Should -Be one

        $problem.FullyQualifiedErrorId | Should -BeLike 'ResourceNotFound,*'
    }

    It 'completes names' {
        (TabExpansion2 'Get-BatchQuotaShare on').CompletionMatches.CompletionText | Should -Contain one
    }
}
