BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine

    # Makes what can be removed.
    function New-Thing([string[]] $Name) { foreach ($one in $Name) { New-BatchServiceEnvironment -Name $one -CapacityLimit @{ NUM_INSTANCES = 1 } } }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Remove-BatchServiceEnvironment' {
    It 'deletes by object, by name, by ARN and by property name' {
        $all = 1..4 | ForEach-Object { New-Thing "gone$_" }
        $all[0] | Remove-BatchServiceEnvironment -Force
        Remove-BatchServiceEnvironment gone2 -Force
        Remove-BatchServiceEnvironment $all[2].ServiceEnvironmentArn -Force
        [pscustomobject]@{ ServiceEnvironmentName = 'gone4' } | Remove-BatchServiceEnvironment -Force

        Get-BatchServiceEnvironment gone* | Should -BeNullOrEmpty
    }

    It 'takes patterns, and writes what is gone with -PassThru' {
        $null = New-Thing few1, few2

        (Remove-BatchServiceEnvironment few* -Force -Wait -PassThru).ServiceEnvironmentName | Sort-Object | Should -Be few1, few2
        Get-BatchServiceEnvironment few* | Should -BeNullOrEmpty
    }

    It 'goes on after a name that is missing' {
        $null = New-Thing here

        'nope', 'here' | Remove-BatchServiceEnvironment -Force -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'ResourceNotFound,*'
        Get-BatchServiceEnvironment here -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'says at once which queue uses it' {
        $null = New-Thing used
        $null = New-BatchSchedulingPolicy -Name quota -IdleResourceAssignment FIFO
        $null = New-BatchJobQueue -Name training -ServiceEnvironment used -SchedulingPolicy quota

        Remove-BatchServiceEnvironment used -Force -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'ServiceEnvironmentInUse,*'
        "$problem" | Should -BeLike '*training*'
        (Get-BatchServiceEnvironment used).State | Should -Be ENABLED
    }

    It 'deletes nothing with -WhatIf' {
        $null = New-Thing kept

        Remove-BatchServiceEnvironment kept -Force -WhatIf
        Get-BatchServiceEnvironment kept | Remove-BatchServiceEnvironment -WhatIf

        Get-BatchServiceEnvironment kept | Should -Not -BeNullOrEmpty
    }
}
