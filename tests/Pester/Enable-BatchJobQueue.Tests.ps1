BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine

    # A new one that is DISABLED.
    function New-TestResource([string] $Name) {
        New-BatchJobQueue -Name $Name -ComputeEnvironment local -State DISABLED
    }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Enable-BatchJobQueue' {
    It 'takes an object, a name, an ARN, a pattern and a property' {
        $made = 'a1', 'a2', 'a3', 'a4', 'a5', 'a6' | ForEach-Object { New-TestResource $_ }

        $made[0] | Enable-BatchJobQueue
        Enable-BatchJobQueue a2
        Enable-BatchJobQueue $made[2].JobQueueArn
        Enable-BatchJobQueue a4*
        [pscustomobject] @{ JobQueueName = 'a5' } | Enable-BatchJobQueue
        'a6' | Enable-BatchJobQueue -Wait -Timeout 1m

        (Get-BatchJobQueue a?).State | Should -Be (@('ENABLED') * 6)
    }

    It 'writes nothing at the end of a pipeline, and what it changed with -PassThru or to the next command' {
        $null = New-TestResource quiet

        $written = Enable-BatchJobQueue quiet
        $written | Should -BeNullOrEmpty
        (& { Enable-BatchJobQueue quiet -PassThru }).State | Should -Be ENABLED
        @(Enable-BatchJobQueue quiet | ForEach-Object { $_ }).JobQueueName | Should -Be quiet
    }

    It 'changes nothing with -WhatIf' {
        $null = New-TestResource dry

        Enable-BatchJobQueue dry -WhatIf

        (Get-BatchJobQueue dry).State | Should -Be DISABLED
    }

    It 'reports each name of nothing, and goes on with the rest' {
        $null = New-TestResource rest

        Enable-BatchJobQueue nope, rest, none -ErrorVariable problems -ErrorAction SilentlyContinue

        @($problems).TargetObject | Should -Be nope, none
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'JobQueueNotFound,*'
        (Get-BatchJobQueue rest).State | Should -Be ENABLED
    }
}
