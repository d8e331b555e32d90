BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine

    # A new environment.
    function New-TestEnvironment([string] $Name) {
        New-BatchComputeEnvironment -Name $Name -ResourceType FARGATE -MaxVcpu 1 -Subnet subnet-1 -SecurityGroupId sg-1
    }

    # The environments that are left of those whose names begin so.
    function Get-Left([string] $Prefix) {
        (Get-BatchComputeEnvironment "$Prefix*").ComputeEnvironmentName
    }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Remove-BatchComputeEnvironment' {
    It 'takes an object, a name, an ARN, a pattern and a property' {
        $made = 1..6 | ForEach-Object { New-TestEnvironment "a$_" }

        $made[0] | Remove-BatchComputeEnvironment -Force
        Remove-BatchComputeEnvironment a2 -Force
        Remove-BatchComputeEnvironment $made[2].ComputeEnvironmentArn -Force -Wait -Timeout 1m
        Remove-BatchComputeEnvironment a4* -Confirm:$false
        [pscustomobject] @{ ComputeEnvironmentName = 'a5' } | Remove-BatchComputeEnvironment -Confirm:$false

        Get-Left a | Should -Be a6
    }

    It 'takes it out of its queues after a yes, keeping the order of the others' {
        'one', 'two', 'three' | ForEach-Object { $null = New-TestEnvironment $_ }
        $null = New-BatchJobQueue -Name mixed -ComputeEnvironment one, two, three
        $null = New-BatchJobQueue -Name other -ComputeEnvironment three

        Remove-BatchComputeEnvironment two -Confirm:$false -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'ConfirmationImpossible,*'
        "$problem" | Should -Match "'mixed'"
        (Get-BatchJobQueue mixed).ComputeEnvironments | Should -Be one, two, three

        Remove-BatchComputeEnvironment two -Force -Wait
        (Get-BatchJobQueue mixed).ComputeEnvironments | Should -Be one, three
        Get-Left two | Should -BeNullOrEmpty
    }

    It 'does not touch the only environment of a queue, and says what to do' {
        $null = New-TestEnvironment lone
        $null = New-BatchJobQueue -Name lonely -ComputeEnvironment lone

        Remove-BatchComputeEnvironment lone -Force -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem[0].FullyQualifiedErrorId | Should -BeLike 'EnvironmentIsOnlyOne,*'
        "$problem" | Should -Match 'Set-BatchJobQueue lonely'
        (Get-BatchComputeEnvironment lone).State | Should -Be ENABLED
    }

    It 'removes nothing with -WhatIf' {
        $null = New-TestEnvironment dry

        Get-BatchComputeEnvironment dry | Remove-BatchComputeEnvironment -Force -WhatIf

        (Get-BatchComputeEnvironment dry).State | Should -Be ENABLED
    }

    It 'gives what it removed with -PassThru, and nothing without' {
        $null = New-TestEnvironment gone1
        $null = New-TestEnvironment gone2

        Remove-BatchComputeEnvironment gone1 -Force | Should -BeNullOrEmpty
        (Remove-BatchComputeEnvironment gone2 -Force -PassThru).ComputeEnvironmentName | Should -Be gone2
    }

    It 'reports each name of nothing, and goes on with the rest' {
        $null = New-TestEnvironment rest

        Remove-BatchComputeEnvironment nope, rest, none -Force -ErrorVariable problems -ErrorAction SilentlyContinue

        @($problems).TargetObject | Should -Be nope, none
        Get-Left rest | Should -BeNullOrEmpty
    }
}
