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

Describe 'Set-BatchQuotaShare' {
    It 'changes what is given, by name and by object' {
        (Set-BatchQuotaShare one -Strategy LEND) | Should -BeNullOrEmpty
        (Get-BatchQuotaShare one).Strategy | Should -Be LEND
        ($one | Set-BatchQuotaShare -CapacityLimit @{ a = 3 } -State DISABLED -PassThru).CapacityLimits['a'] | Should -Be 3
        (Get-BatchQuotaShare other).State | Should -Be ENABLED
    }

    It 'changes nothing with -WhatIf, and shows what would' {
        $null = Start-Transcript (Join-Path $TestDrive said.txt)
        Set-BatchQuotaShare other -Strategy LEND -JobQueue train -WhatIf
        $null = Stop-Transcript

        Get-Content (Join-Path $TestDrive said.txt) -Raw | Should -Match 'resourceSharingConfiguration\.strategy: RESERVE → LEND'
        (Get-BatchQuotaShare other).Strategy | Should -Be RESERVE
    }

    It 'goes on after a name that is missing' {
        ('nope', 'other' | Set-BatchQuotaShare -State DISABLED -PassThru -ErrorVariable problem -ErrorAction SilentlyContinue).QuotaShareName | Should -Be other

        $problem.FullyQualifiedErrorId | Should -BeLike 'ResourceNotFound,*'
    }
}
