BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $one = New-BatchSchedulingPolicy -Name one -Share @{ a = 2 }
    $null = New-BatchSchedulingPolicy -Name other -ShareDecay 600
}

AfterAll {
    Stop-TestEngine
}

Describe 'Get-BatchSchedulingPolicy' {
    It 'gets all, by name, by pattern and by ARN' {
        (Get-BatchSchedulingPolicy).SchedulingPolicyName | Sort-Object | Should -Be one, other
        (Get-BatchSchedulingPolicy one).Shares['a'] | Should -Be 2
        (Get-BatchSchedulingPolicy 'o*e').SchedulingPolicyName | Should -Be one
        (Get-BatchSchedulingPolicy $one.SchedulingPolicyArn).SchedulingPolicyName | Should -Be one
    }

    It 'takes names, objects and queues from the pipeline' {
        ('one', 'other' | Get-BatchSchedulingPolicy).SchedulingPolicyName | Should -Be one, other
        ($one | Get-BatchSchedulingPolicy).SchedulingPolicyName | Should -Be one
        $queue = New-BatchJobQueue -Name fair -ComputeEnvironment local -SchedulingPolicyArn $one.SchedulingPolicyArn
        ($queue | Get-BatchSchedulingPolicy).SchedulingPolicyName | Should -Be one
    }

    It 'reports a name that is missing, and goes on' {
        (Get-BatchSchedulingPolicy nope, one -ErrorVariable problem -ErrorAction SilentlyContinue).SchedulingPolicyName | Should -Be one

        $problem.FullyQualifiedErrorId | Should -BeLike 'ResourceNotFound,*'
    }

    It 'completes names' {
        (TabExpansion2 'Get-BatchSchedulingPolicy on').CompletionMatches.CompletionText | Should -Contain one
    }
}
