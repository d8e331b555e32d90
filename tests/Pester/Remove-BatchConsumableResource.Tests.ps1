BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine

    # Makes what can be removed.
    function New-Thing([string[]] $Name) { foreach ($one in $Name) { New-BatchConsumableResource $one 1 } }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Remove-BatchConsumableResource' {
    It 'deletes by object, by name, by ARN and by property name' {
        $all = 1..4 | ForEach-Object { New-Thing "gone$_" }
        $all[0] | Remove-BatchConsumableResource -Force
        Remove-BatchConsumableResource gone2 -Force
        Remove-BatchConsumableResource $all[2].ConsumableResourceArn -Force
        [pscustomobject]@{ ConsumableResourceName = 'gone4' } | Remove-BatchConsumableResource -Force

        Get-BatchConsumableResource gone* | Should -BeNullOrEmpty
    }

    It 'takes patterns, and writes what is gone with -PassThru' {
        $null = New-Thing few1, few2

        (Remove-BatchConsumableResource few* -Force -PassThru).ConsumableResourceName | Sort-Object | Should -Be few1, few2
        Get-BatchConsumableResource few* | Should -BeNullOrEmpty
    }

    It 'goes on after a name that is missing' {
        $null = New-Thing here

        'nope', 'here' | Remove-BatchConsumableResource -Force -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'ResourceNotFound,*'
        Get-BatchConsumableResource here -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'deletes nothing with -WhatIf' {
        $null = New-Thing kept

        Remove-BatchConsumableResource kept -Force -WhatIf
        Get-BatchConsumableResource kept | Remove-BatchConsumableResource -WhatIf

        Get-BatchConsumableResource kept | Should -Not -BeNullOrEmpty
    }
}
