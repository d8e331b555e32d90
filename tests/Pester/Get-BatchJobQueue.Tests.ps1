BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'Get-BatchJobQueue' {
    It 'gives the queue that every engine offers' {
        $queue = Get-BatchJobQueue

        $queue | Should -BeOfType BatchTools.JobQueue
        $queue.JobQueueName | Should -Be local
        $queue.State | Should -Be ENABLED
        $queue.ComputeEnvironments | Should -Be local
        $queue.Connection | Should -Be $connection
    }

    It 'finds queues by name, pattern and ARN' {
        (Get-BatchJobQueue LOC*).Name | Should -Be local
        (Get-BatchJobQueue (Get-BatchJobQueue local).JobQueueArn).Name | Should -Be local
    }

    It 'takes piped names, queues and jobs' {
        ('local' | Get-BatchJobQueue).Name | Should -Be local
        (Get-BatchJobQueue | Get-BatchJobQueue).Name | Should -Be local
        (Submit-TestJob piped | Get-BatchJobQueue).Name | Should -Be local
    }

    It 'reports a name that does not exist, and goes on' {
        $found = Get-BatchJobQueue nope, local -ErrorVariable problem -ErrorAction SilentlyContinue

        $found.Name | Should -Be local
        $problem.FullyQualifiedErrorId | Should -Be 'JobQueueNotFound,BatchTools.PowerShell.Commands.GetBatchJobQueueCommand'
        $problem.CategoryInfo.Category | Should -Be ObjectNotFound
        $problem.TargetObject | Should -Be nope
    }

    It 'completes names' {
        (TabExpansion2 'Get-BatchJobQueue -Name l').CompletionMatches.CompletionText | Should -Contain local
    }
}
