BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'Set-BatchSchedulingPolicy' {
    BeforeEach {
        $policy = New-BatchSchedulingPolicy -Name "p-$([guid]::NewGuid().ToString('N'))" -Share @{ a = 2 } -ShareDecay 600 -ComputeReservation 20
    }

    It 'changes what is given, and nothing else' {
        (Set-BatchSchedulingPolicy $policy.SchedulingPolicyName -ShareDecay 2h) | Should -BeNullOrEmpty

        $now = Get-BatchSchedulingPolicy $policy
        $now.ShareDecay, $now.ComputeReservation, $now.Shares['a'] | Should -Be ([timespan]'02:00:00'), 20, 2
    }

    It 'takes objects and ARNs, and writes with -PassThru' {
        ($policy | Set-BatchSchedulingPolicy -Share @{ b = 1 } -PassThru).Shares.Keys | Should -Be b
        (Set-BatchSchedulingPolicy $policy.SchedulingPolicyArn -ComputeReservation 0 -PassThru).ComputeReservation | Should -Be 0
    }

    It 'takes a file' {
        $file = Join-Path $TestDrive change.json
        Set-Content $file "{ ""arn"": ""$($policy.SchedulingPolicyArn)"", ""fairsharePolicy"": { ""computeReservation"": 7 } }"

        (Set-BatchSchedulingPolicy -Path $file -PassThru).ComputeReservation | Should -Be 7
    }

    It 'changes nothing with -WhatIf, and shows what would' {
        $null = Start-Transcript (Join-Path $TestDrive said.txt)
        Set-BatchSchedulingPolicy $policy -ComputeReservation 50 -WhatIf
        $null = Stop-Transcript

        Get-Content (Join-Path $TestDrive said.txt) -Raw | Should -Match 'fairsharePolicy\.computeReservation: 20 → 50'
        (Get-BatchSchedulingPolicy $policy).ComputeReservation | Should -Be 20
    }

    It 'goes on after a name that is missing' {
        ('nope', $policy.SchedulingPolicyName | Set-BatchSchedulingPolicy -ComputeReservation 1 -PassThru -ErrorVariable problem -ErrorAction SilentlyContinue).ComputeReservation | Should -Be 1

        $problem.Count | Should -Be 1
    }
}
