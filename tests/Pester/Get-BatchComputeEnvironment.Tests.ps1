BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'Get-BatchComputeEnvironment' {
    It 'gives the environment that every engine offers' {
        $environment = Get-BatchComputeEnvironment

        $environment | Should -BeOfType BatchTools.ComputeEnvironment
        $environment.ComputeEnvironmentName | Should -Be local
        $environment.Name | Should -Be local
        $environment.Status | Should -Be VALID
        $environment.MaxVcpus | Should -BeGreaterThan 0
        $environment.Connection | Should -Be $connection
        $environment.Raw.computeEnvironmentName | Should -Be local
    }

    It 'finds environments by name, pattern and ARN' {
        (Get-BatchComputeEnvironment loc*).Name | Should -Be local
        (Get-BatchComputeEnvironment (Get-BatchComputeEnvironment local).ComputeEnvironmentArn).Name | Should -Be local
        Get-BatchComputeEnvironment x* | Should -BeNullOrEmpty
    }

    It 'takes piped queues for their environments' {
        (Get-BatchJobQueue local | Get-BatchComputeEnvironment).Name | Should -Be local
    }

    It 'reports a name that does not exist, and goes on' {
        $found = Get-BatchComputeEnvironment nope, local -ErrorVariable problem -ErrorAction SilentlyContinue

        $found.Name | Should -Be local
        $problem.FullyQualifiedErrorId | Should -Be 'ComputeEnvironmentNotFound,BatchTools.PowerShell.Commands.GetBatchComputeEnvironmentCommand'
    }

    It 'completes names' {
        (TabExpansion2 'Get-BatchComputeEnvironment -Name l').CompletionMatches.CompletionText | Should -Contain local
    }
}
