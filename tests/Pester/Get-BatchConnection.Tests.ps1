BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'Get-BatchConnection' {
    It 'gives the default connection first' {
        $second = Connect-Batch -Local -DataDirectory (Join-Path $folder second)
        try {
            @(Get-BatchConnection).Count | Should -Be 2
            @(Get-BatchConnection)[0] | Should -Be $second
        }
        finally {
            $second | Disconnect-Batch
            $null = Connect-Batch -Local -DataDirectory $connection.DataDirectory
        }
    }

    It 'finds connections by name and pattern' {
        Get-BatchConnection loc* | Should -Be $connection
        Get-BatchConnection -Name LOCAL | Should -Be $connection
        Get-BatchConnection x* | Should -BeNullOrEmpty
    }

    It 'reports a name that does not exist, and which there are' {
        Get-BatchConnection nope -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'ConnectionNotFound,*'
        $problem.CategoryInfo.Category | Should -Be ObjectNotFound
        "$problem" | Should -Match local
    }

    It 'lets other cmdlets take a connection by its name' {
        (Get-BatchJobQueue -Connection local).JobQueueName | Should -Be local
    }

    It 'keeps the connections of each runspace apart' {
        $manifest = "$root/BatchTools.psd1"

        $count = 1 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            @(Get-BatchConnection).Count
        }

        $count | Should -Be 0
    }

    It 'completes names' {
        (TabExpansion2 'Get-BatchConnection -Name l').CompletionMatches.CompletionText | Should -Contain local
    }
}
