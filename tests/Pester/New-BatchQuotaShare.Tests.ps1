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

Describe 'New-BatchQuotaShare' {
    It 'creates a share of a queue' {
        $share = New-BatchQuotaShare -Name research -JobQueue $queue -CapacityLimit @{ 'ml.p5.48xlarge' = 4 } -Strategy LEND_AND_BORROW -BorrowLimit 50 -InSharePreemption ENABLED -Tag @{ Team = 'md' }

        $share | Should -BeOfType BatchTools.QuotaShare
        $share.JobQueue, $share.Strategy, $share.BorrowLimit, $share.InSharePreemption, $share.State | Should -Be train, LEND_AND_BORROW, 50, ENABLED, ENABLED
        $share.CapacityLimits['ml.p5.48xlarge'], $share.Tags['Team'] | Should -Be 4, md
    }

    It 'keeps its capacity unless told otherwise, and takes a share for another' {
        $first = New-BatchQuotaShare -Name first -JobQueue train -CapacityLimit @{ 'ml.p5.48xlarge' = 2 }
        $first.Strategy, $first.InSharePreemption | Should -Be RESERVE, DISABLED

        ($first | New-BatchQuotaShare -Name second -JobQueue train).CapacityLimits['ml.p5.48xlarge'] | Should -Be 2
    }

    It 'reports a queue that has no quota shares' {
        New-BatchQuotaShare -Name wrong -JobQueue local -CapacityLimit @{ a = 1 } -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Match 'local'
    }

    It 'creates nothing with -WhatIf' {
        New-BatchQuotaShare -Name nothing -JobQueue train -CapacityLimit @{ a = 1 } -WhatIf

        Get-BatchQuotaShare nothing -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}
