BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
}

Describe 'Disconnect-Batch' {
    BeforeEach {
        Start-TestEngine
    }

    AfterEach {
        Stop-TestEngine
    }

    It 'closes the default connection, and puts no other in its place' {
        $other = Connect-Batch -Local -DataDirectory (Join-Path $folder other)

        Disconnect-Batch

        Get-BatchConnection | Should -Not -Contain $other
        { Get-BatchJob } | Should -Throw -ErrorId 'NotConnected,*'
        Get-BatchJobQueue -Connection $connection | Should -Not -BeNullOrEmpty
    }

    It 'closes what is piped, and gives it with -PassThru' {
        $closed = $connection | Disconnect-Batch -PassThru

        $closed | Should -Be $connection
        Get-BatchConnection | Should -BeNullOrEmpty
    }

    It 'closes nothing with -WhatIf' {
        Disconnect-Batch -WhatIf

        Get-BatchConnection | Should -Be $connection
    }

    It 'takes the name of a connection' {
        Disconnect-Batch local

        Get-BatchConnection | Should -BeNullOrEmpty
    }

    It 'says so when nothing is connected' {
        Disconnect-Batch

        Disconnect-Batch -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'NotConnected,*'
    }

    It 'leaves the data folder to the next one' {
        Disconnect-Batch

        $again = Connect-Batch -Local -DataDirectory (Join-Path $folder data)

        (Get-BatchJobDefinition -Connection $again).JobDefinitionName | Should -Be hello
    }
}
