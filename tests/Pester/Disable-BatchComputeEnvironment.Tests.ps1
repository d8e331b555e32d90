BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine

    # A new one that is ENABLED.
    function New-TestResource([string] $Name) {
        New-BatchComputeEnvironment -Name $Name -ResourceType FARGATE -MaxVcpu 1 -Subnet subnet-1 -SecurityGroupId sg-1 -State ENABLED
    }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Disable-BatchComputeEnvironment' {
    It 'takes an object, a name, an ARN, a pattern and a property' {
        $made = 'a1', 'a2', 'a3', 'a4', 'a5', 'a6' | ForEach-Object { New-TestResource $_ }

        $made[0] | Disable-BatchComputeEnvironment
        Disable-BatchComputeEnvironment a2
        Disable-BatchComputeEnvironment $made[2].ComputeEnvironmentArn
        Disable-BatchComputeEnvironment a4*
        [pscustomobject] @{ ComputeEnvironmentName = 'a5' } | Disable-BatchComputeEnvironment
        'a6' | Disable-BatchComputeEnvironment -Wait -Timeout 1m

        (Get-BatchComputeEnvironment a?).State | Should -Be (@('DISABLED') * 6)
    }

    It 'writes nothing at the end of a pipeline, and what it changed with -PassThru or to the next command' {
        $null = New-TestResource quiet

        $written = Disable-BatchComputeEnvironment quiet
        $written | Should -BeNullOrEmpty
        (& { Disable-BatchComputeEnvironment quiet -PassThru }).State | Should -Be DISABLED
        @(Disable-BatchComputeEnvironment quiet | ForEach-Object { $_ }).ComputeEnvironmentName | Should -Be quiet
    }

    It 'changes nothing with -WhatIf' {
        $null = New-TestResource dry

        Disable-BatchComputeEnvironment dry -WhatIf

        (Get-BatchComputeEnvironment dry).State | Should -Be ENABLED
    }

    It 'reports each name of nothing, and goes on with the rest' {
        $null = New-TestResource rest

        Disable-BatchComputeEnvironment nope, rest, none -ErrorVariable problems -ErrorAction SilentlyContinue

        @($problems).TargetObject | Should -Be nope, none
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ComputeEnvironmentNotFound,*'
        (Get-BatchComputeEnvironment rest).State | Should -Be DISABLED
    }
}
