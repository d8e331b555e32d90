BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine

    # Makes what can be removed.
    function New-Thing([string[]] $Name) { foreach ($one in $Name) { New-BatchSchedulingPolicy -Name $one -ShareDecay 600 } }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Remove-BatchSchedulingPolicy' {
    It 'deletes by object, by name, by ARN and by property name' {
        $all = 1..4 | ForEach-Object { New-Thing "gone$_" }
        $all[0] | Remove-BatchSchedulingPolicy -Force
        Remove-BatchSchedulingPolicy gone2 -Force
        Remove-BatchSchedulingPolicy $all[2].SchedulingPolicyArn -Force
        [pscustomobject]@{ SchedulingPolicyName = 'gone4' } | Remove-BatchSchedulingPolicy -Force

        Get-BatchSchedulingPolicy gone* | Should -BeNullOrEmpty
    }

    It 'takes patterns, and writes what is gone with -PassThru' {
        $null = New-Thing few1, few2

        (Remove-BatchSchedulingPolicy few* -Force -PassThru).SchedulingPolicyName | Sort-Object | Should -Be few1, few2
        Get-BatchSchedulingPolicy few* | Should -BeNullOrEmpty
    }

    It 'goes on after a name that is missing' {
        $null = New-Thing here

        'nope', 'here' | Remove-BatchSchedulingPolicy -Force -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'ResourceNotFound,*'
        Get-BatchSchedulingPolicy here -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'deletes nothing with -WhatIf' {
        $null = New-Thing kept

        Remove-BatchSchedulingPolicy kept -Force -WhatIf
        Get-BatchSchedulingPolicy kept | Remove-BatchSchedulingPolicy -WhatIf

        Get-BatchSchedulingPolicy kept | Should -Not -BeNullOrEmpty
    }

    It 'reports a policy that a queue uses, and goes on' {
        $policy = New-Thing used
        $null = New-Thing unused
        $null = New-BatchJobQueue -Name user -ComputeEnvironment local -SchedulingPolicyArn $policy.SchedulingPolicyArn

        'used', 'unused' | Remove-BatchSchedulingPolicy -Force -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Match used
        (Get-BatchSchedulingPolicy us*).SchedulingPolicyName | Should -Be used
    }
}
