BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $null = Register-BatchJobDefinition -Name hello -Image busybox -Command echo, again
    $null = Register-BatchJobDefinition -Name other -Image busybox -Command echo
}

AfterAll {
    Stop-TestEngine
}

Describe 'Get-BatchJobDefinition' {
    It 'gives the latest revision of each' {
        $definitions = Get-BatchJobDefinition | Sort-Object Name

        $definitions.Name | Should -Be hello, other
        $definitions[0] | Should -BeOfType BatchTools.JobDefinition
        $definitions[0].Revision | Should -Be 2
        $definitions[0].Command | Should -Be echo, again
        $definitions[0].Connection | Should -Be $connection
    }

    It 'gives every revision with -AllRevisions' {
        (Get-BatchJobDefinition hello -AllRevisions).Revision | Sort-Object | Should -Be 1, 2
    }

    It 'finds definitions by pattern, revision and object' {
        (Get-BatchJobDefinition o*).Name | Should -Be other
        (Get-BatchJobDefinition hello:1).Revision | Should -Be 1
        (Get-BatchJobDefinition hello:1 | Get-BatchJobDefinition).Revision | Should -Be 1
    }

    It 'reports a name that does not exist' {
        Get-BatchJobDefinition nope -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'JobDefinitionNotFound,*'
    }

    It 'completes names' {
        (TabExpansion2 'Get-BatchJobDefinition -Name h').CompletionMatches.CompletionText | Should -Contain hello
    }
}
