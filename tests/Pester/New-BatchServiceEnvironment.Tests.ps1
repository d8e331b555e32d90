BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'New-BatchServiceEnvironment' {
    It 'creates an environment out of parameters' {
        $environment = New-BatchServiceEnvironment -Name training -CapacityLimit @{ NUM_INSTANCES = 8 } -Tag @{ Team = 'md' }

        $environment | Should -BeOfType BatchTools.ServiceEnvironment
        $environment.Type, $environment.State, $environment.CapacityLimits['NUM_INSTANCES'], $environment.Tags['Team'] | Should -Be SAGEMAKER_TRAINING, ENABLED, 8, md
    }

    It 'takes AWS''s own shape, and the list of limits as it is' {
        (@{ serviceEnvironmentName = 'shaped'; serviceEnvironmentType = 'SAGEMAKER_TRAINING'; state = 'DISABLED'; capacityLimits = @(@{ capacityUnit = 'NUM_INSTANCES'; maxCapacity = 2 }) } |
            New-BatchServiceEnvironment).CapacityLimits['NUM_INSTANCES'] | Should -Be 2
        (Get-BatchServiceEnvironment shaped | New-BatchServiceEnvironment -Name copied).State | Should -Be DISABLED
    }

    It 'creates nothing with -WhatIf' {
        New-BatchServiceEnvironment -Name nothing -CapacityLimit @{ NUM_INSTANCES = 1 } -WhatIf

        Get-BatchServiceEnvironment nothing -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}
