BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $one = New-BatchServiceEnvironment -Name one -CapacityLimit @{ NUM_INSTANCES = 1 }
    $null = New-BatchServiceEnvironment -Name other -CapacityLimit @{ NUM_INSTANCES = 1 }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Get-BatchServiceEnvironment' {
    It 'gets all, by name, by pattern, by ARN and by object' {
        (Get-BatchServiceEnvironment).ServiceEnvironmentName | Sort-Object | Should -Be one, other
        (Get-BatchServiceEnvironment one).CapacityLimits['NUM_INSTANCES'] | Should -Be 1
        (Get-BatchServiceEnvironment 'ot*').ServiceEnvironmentName | Should -Be other
        (Get-BatchServiceEnvironment $one.ServiceEnvironmentArn).ServiceEnvironmentName | Should -Be one
        ($one | Get-BatchServiceEnvironment).ServiceEnvironmentName | Should -Be one
    }

    It 'reports a name that is missing, and goes on' {
        (Get-BatchServiceEnvironment nope, one -ErrorVariable problem -ErrorAction SilentlyContinue).ServiceEnvironmentName | Should -Be one

        $problem.FullyQualifiedErrorId | Should -BeLike 'ResourceNotFound,*'
    }

    It 'completes names' {
        (TabExpansion2 'Get-BatchServiceEnvironment on').CompletionMatches.CompletionText | Should -Contain one
    }
}
