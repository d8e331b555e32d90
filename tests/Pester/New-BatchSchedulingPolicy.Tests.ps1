BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'New-BatchSchedulingPolicy' {
    It 'creates a policy out of parameters' {
        $policy = New-BatchSchedulingPolicy -Name teams -Share @{ research = 0.5; 'guest*' = 2 } -ShareDecay 1h -ComputeReservation 20 -Tag @{ Team = 'md' }

        $policy | Should -BeOfType BatchTools.SchedulingPolicy
        $policy.Shares['research'], $policy.Shares['guest*'] | Should -Be 0.5, 2
        $policy.ShareDecay, $policy.ComputeReservation | Should -Be ([timespan]'01:00:00'), 20
        $policy.Tags['Team'] | Should -Be md
        (New-BatchJobQueue -Name shared -ComputeEnvironment local -SchedulingPolicyArn $policy.SchedulingPolicyArn).SchedulingPolicyArn | Should -Be $policy.SchedulingPolicyArn
    }

    It 'takes a file in AWS''s own shape, and parameters over it' {
        $file = Join-Path $TestDrive policy.json
        Set-Content $file '{ "name": "from-file", "fairsharePolicy": { "shareDecaySeconds": 600, "shareDistribution": [ { "shareIdentifier": "a", "weightFactor": 1.5 } ] } }'

        $policy = New-BatchSchedulingPolicy -Path $file -ComputeReservation 5

        $policy.SchedulingPolicyName, $policy.ComputeReservation, $policy.Shares['a'] | Should -Be from-file, 5, 1.5
        $policy.ShareDecay | Should -Be ([timespan]'00:10:00')
    }

    It 'makes another one like one that is piped' {
        $null = New-BatchSchedulingPolicy -Name first -Share @{ a = 2 } -ShareDecay 600

        $second = Get-BatchSchedulingPolicy first | New-BatchSchedulingPolicy -Name second

        $second.Shares['a'], $second.ShareDecay.TotalSeconds | Should -Be 2, 600
    }

    It 'answers a wrong member with the nearest right name' {
        New-BatchSchedulingPolicy -Name wrong -FairsharePolicy @{ shareDecay = 5 } -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Match "fairsharePolicy\.shareDecay: .*'shareDecaySeconds'"
        Get-BatchSchedulingPolicy wrong -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'creates nothing with -WhatIf' {
        New-BatchSchedulingPolicy -Name nothing -ShareDecay 600 -WhatIf | Should -BeNullOrEmpty

        Get-BatchSchedulingPolicy nothing -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}
