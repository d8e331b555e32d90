BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'Register-BatchJobDefinition' {
    It 'registers a definition out of parameters' {
        $definition = Register-BatchJobDefinition -Name simulate -Image busybox -Command sh, -c, 'echo Ref::t' -Parameter @{ t = 1.5 } -Environment @{ A = 'b' } -Vcpu 2 -Memory 2GB -Attempt 3 -Timeout 10m -Tag @{ Team = 'md' }

        $definition | Should -BeOfType BatchTools.JobDefinition
        "$definition" | Should -Be 'simulate:1'
        $definition.Command | Should -Be sh, -c, 'echo Ref::t'
        $definition.Parameters['t'] | Should -Be '1.5'
        $definition.Environment['A'] | Should -Be b
        $definition.Vcpu | Should -Be 2
        $definition.Memory | Should -Be 2048
        $definition.Attempts | Should -Be 3
        $definition.Timeout | Should -Be ([timespan]'00:10:00')
        $definition.Tags['Team'] | Should -Be md
    }

    It 'gives a name that exists its next revision' {
        (Register-BatchJobDefinition -Name twice -Image busybox).Revision | Should -Be 1
        (Register-BatchJobDefinition -Name twice -Image busybox).Revision | Should -Be 2
    }

    It 'reads times as durations and numbers as seconds' {
        (Register-BatchJobDefinition -Name seconds -Image busybox -Timeout 90).Timeout | Should -Be ([timespan]'00:01:30')
        (Register-BatchJobDefinition -Name span -Image busybox -Timeout 04:00:00).Timeout | Should -Be ([timespan]'04:00:00')
    }

    It 'registers a definition out of a file in AWS''s own shape' {
        $file = Join-Path $TestDrive definition.json
        Set-Content $file '{ "jobDefinitionName": "from-file", "type": "container", "retryStrategy": { "attempts": 2 },
            "containerProperties": { "image": "busybox", "command": ["echo", "hi"], "resourceRequirements": [ { "type": "VCPU", "value": "1" }, { "type": "MEMORY", "value": "128" } ] } }'

        $definition = Register-BatchJobDefinition -Path $file

        $definition.Name | Should -Be from-file
        $definition.Attempts | Should -Be 2
        $definition.Memory | Should -Be 128
    }

    It 'takes a file without a type for a container, with a warning' {
        $file = Join-Path $TestDrive untyped.json
        Set-Content $file '{ "jobDefinitionName": "untyped", "containerProperties": { "image": "busybox", "vcpus": 1, "memory": 64 } }'

        $definition = Register-BatchJobDefinition -Path $file -WarningVariable warning -WarningAction SilentlyContinue

        $definition.Type | Should -Be container
        $warning.Count | Should -Be 1
    }

    It 'reports a wrong member with its place, and registers nothing' {
        $file = Join-Path $TestDrive wrong.json
        Set-Content $file "{`n  ""jobDefinitionName"": ""wrong"", ""type"": ""container"",`n  ""containerPropertys"": { }`n}"

        Register-BatchJobDefinition -Path $file -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Match 'wrong\.json\(3,3\).*containerProperties'
        Get-BatchJobDefinition wrong -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'registers nothing with -WhatIf' {
        Register-BatchJobDefinition -Name nothing -Image busybox -WhatIf

        Get-BatchJobDefinition nothing -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}
