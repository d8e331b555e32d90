BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine

    # A new one that is DISABLED.
    function New-TestResource([string] $Name) {
        New-BatchComputeEnvironment -Name $Name -ResourceType FARGATE -MaxVcpu 1 -Subnet subnet-1 -SecurityGroupId sg-1 -State DISABLED
    }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Enable-BatchComputeEnvironment' {
    It 'takes an object, a name, an ARN, a pattern and a property' {
        $made = 'a1', 'a2', 'a3', 'a4', 'a5', 'a6' | ForEach-Object { New-TestResource $_ }

        $made[0] | Enable-BatchComputeEnvironment
        Enable-BatchComputeEnvironment a2
        Enable-BatchComputeEnvironment $made[2].ComputeEnvironmentArn
        Enable-BatchComputeEnvironment a4*
        [pscustomobject] @{ ComputeEnvironmentName = 'a5' } | Enable-BatchComputeEnvironment
        'a6' | Enable-BatchComputeEnvironment -Wait -Timeout 1m

        (Get-BatchComputeEnvironment a?).State | Should -Be (@('ENABLED') * 6)
    }

    It 'writes nothing at the end of a pipeline, and what it changed with -PassThru or to the next command' {
        $null = New-TestResource quiet

        $written = Enable-BatchComputeEnvironment quiet
        $written | Should -BeNullOrEmpty
        (& { Enable-BatchComputeEnvironment quiet -PassThru }).State | Should -Be ENABLED
        @(Enable-BatchComputeEnvironment quiet | ForEach-Object { $_ }).ComputeEnvironmentName | Should -Be quiet
    }

    It 'changes nothing with -WhatIf' {
        $null = New-TestResource dry

        Enable-BatchComputeEnvironment dry -WhatIf

        (Get-BatchComputeEnvironment dry).State | Should -Be DISABLED
    }

    It 'reports each name of nothing, and goes on with the rest' {
        $null = New-TestResource rest

        Enable-BatchComputeEnvironment nope, rest, none -ErrorVariable problems -ErrorAction SilentlyContinue

        @($problems).TargetObject | Should -Be nope, none
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ComputeEnvironmentNotFound,*'
        (Get-BatchComputeEnvironment rest).State | Should -Be ENABLED
    }
}
