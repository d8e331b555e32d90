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

    It 'lets piped objects go where they came from, whichever connection is the default' {
        $second = Connect-Batch -Local -DataDirectory (Join-Path $folder elsewhere)
        try {
            $null = Register-BatchJobDefinition -Name there -Image busybox -Command echo, there -Connection $second
            $null = New-BatchJobQueue -Name there -ComputeEnvironment local -Connection $second
            $null = Connect-Batch -Local -DataDirectory $connection.DataDirectory
            Get-BatchJobQueue there -ErrorAction Ignore | Should -BeNullOrEmpty

            $queue = Get-BatchJobQueue there -Connection $second
            ($queue | Get-BatchJobQueue).Connection | Should -Be $second
            ($queue | Get-BatchComputeEnvironment).Connection | Should -Be $second
            $job = $queue | Submit-BatchJob -JobName there -JobDefinition there | Wait-BatchJob -Timeout 1m
            $job.Connection | Should -Be $second
            ($job | Get-BatchJobLog).Message | Should -Be there
            ($job | Get-BatchJobQueue).Connection | Should -Be $second

            $both = @(Get-BatchJobQueue local -Connection $connection) + @($queue) | Get-BatchJob
            $both.JobName | Should -Be there
            (@($queue) + @(Get-BatchJobQueue local) | Get-BatchJobQueue).Connection | Should -Be $second, $connection
        }
        finally {
            $second | Disconnect-Batch
        }
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
