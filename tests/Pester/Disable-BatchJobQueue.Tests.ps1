BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine

    # A new one that is ENABLED.
    function New-TestResource([string] $Name) {
        New-BatchJobQueue -Name $Name -ComputeEnvironment local -State ENABLED
    }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Disable-BatchJobQueue' {
    It 'takes an object, a name, an ARN, a pattern and a property' {
        $made = 'a1', 'a2', 'a3', 'a4', 'a5', 'a6' | ForEach-Object { New-TestResource $_ }

        $made[0] | Disable-BatchJobQueue
        Disable-BatchJobQueue a2
        Disable-BatchJobQueue $made[2].JobQueueArn
        Disable-BatchJobQueue a4*
        [pscustomobject] @{ JobQueueName = 'a5' } | Disable-BatchJobQueue
        'a6' | Disable-BatchJobQueue -Wait -Timeout 1m

        (Get-BatchJobQueue a?).State | Should -Be (@('DISABLED') * 6)
    }

    It 'writes nothing at the end of a pipeline, and what it changed with -PassThru or to the next command' {
        $null = New-TestResource quiet

        $written = Disable-BatchJobQueue quiet
        $written | Should -BeNullOrEmpty
        (& { Disable-BatchJobQueue quiet -PassThru }).State | Should -Be DISABLED
        @(Disable-BatchJobQueue quiet | ForEach-Object { $_ }).JobQueueName | Should -Be quiet
    }

    It 'changes nothing with -WhatIf' {
        $null = New-TestResource dry

        Disable-BatchJobQueue dry -WhatIf

        (Get-BatchJobQueue dry).State | Should -Be ENABLED
    }

    It 'reports each name of nothing, and goes on with the rest' {
        $null = New-TestResource rest

        Disable-BatchJobQueue nope, rest, none -ErrorVariable problems -ErrorAction SilentlyContinue

        @($problems).TargetObject | Should -Be nope, none
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'JobQueueNotFound,*'
        (Get-BatchJobQueue rest).State | Should -Be DISABLED
    }
}
