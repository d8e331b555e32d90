BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $null = New-BatchServiceEnvironment -Name training -CapacityLimit @{ NUM_INSTANCES = 8 }
    $policy = New-BatchSchedulingPolicy -Name quota -IdleResourceAssignment FIFO
    $queue = @{ jobQueueName = 'train'; priority = 1; jobQueueType = 'SAGEMAKER_TRAINING'; serviceEnvironmentOrder = @(@{ order = 1; serviceEnvironment = 'training' }) } |
        New-BatchJobQueue -SchedulingPolicyArn $policy.SchedulingPolicyArn

    # Makes what can be removed.
    function New-Thing([string[]] $Name) { foreach ($one in $Name) { New-BatchQuotaShare -Name $one -JobQueue train -CapacityLimit @{ a = 1 } } }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Remove-BatchQuotaShare' {
    It 'deletes by object, by name, by ARN and by property name' {
        $all = 1..4 | ForEach-Object { New-Thing "gone$_" }
        $all[0] | Remove-BatchQuotaShare -Force
        Remove-BatchQuotaShare gone2 -Force
        Remove-BatchQuotaShare $all[2].QuotaShareArn -Force
        [pscustomobject]@{ QuotaShareName = 'gone4' } | Remove-BatchQuotaShare -Force

        Get-BatchQuotaShare gone* | Should -BeNullOrEmpty
    }

    It 'takes patterns, and writes what is gone with -PassThru' {
        $null = New-Thing few1, few2

        (Remove-BatchQuotaShare few* -Force -PassThru).QuotaShareName | Sort-Object | Should -Be few1, few2
        Get-BatchQuotaShare few* | Should -BeNullOrEmpty
    }

    It 'goes on after a name that is missing' {
        $null = New-Thing here

        'nope', 'here' | Remove-BatchQuotaShare -Force -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'ResourceNotFound,*'
        Get-BatchQuotaShare here -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'deletes nothing with -WhatIf' {
        $null = New-Thing kept

        Remove-BatchQuotaShare kept -Force -WhatIf
        Get-BatchQuotaShare kept | Remove-BatchQuotaShare -WhatIf

        Get-BatchQuotaShare kept | Should -Not -BeNullOrEmpty
    }
}
