BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $null = New-BatchJobQueue -Name other -ComputeEnvironment local
    $good = Submit-TestJob good 'echo fine' -With @{ Workload = 'w1' }
    $bad = Submit-TestJob bad 'exit 3'
    $array = Submit-TestJob array 'true' -With @{ ArraySize = 3 }
    $null = $good, $bad, $array | Wait-BatchJob -Timeout 1m
}

AfterAll {
    Stop-TestEngine
}

Describe 'Get-BatchJob' {
    It 'lists the jobs of every queue in every state' {
        (Get-BatchJob).JobName | Sort-Object | Should -Be array, bad, good
    }

    It 'gives the whole of a job' {
        $job = Get-BatchJob $bad.JobId

        $job | Should -BeOfType BatchTools.Job
        $job.Id | Should -Be $bad.JobId
        $job.Status | Should -Be FAILED
        $job.ExitCode | Should -Be 3
        $job.IsFinished | Should -BeTrue
        $job.Duration | Should -BeOfType TimeSpan
        $job.StartedAt.Kind | Should -Be Local
        $job.Attempts.Count | Should -Be 1
        $job.JobQueue | Should -Be local
        $job.Raw.container.exitCode | Should -Be 3
    }

    It 'narrows down by state, name, definition, workload, queue and time' {
        (Get-BatchJob -Status FAILED).JobName | Should -Be bad
        (Get-BatchJob -JobName g*).JobName | Should -Be good
        (Get-BatchJob -JobDefinition hello -Status FAILED).JobName | Should -Be bad
        (Get-BatchJob -Workload w1).JobName | Should -Be good
        Get-BatchJob -JobQueue other | Should -BeNullOrEmpty
        Get-BatchJob -CreatedAfter (Get-Date).AddHours(1) | Should -BeNullOrEmpty
        @(Get-BatchJob -CreatedBefore (Get-Date).AddHours(1)).Count | Should -Be 3
    }

    It 'takes jobs, ids, ARNs and anything with a JobId' {
        ($good | Get-BatchJob).JobName | Should -Be good
        ($good.JobId | Get-BatchJob).JobName | Should -Be good
        (Get-BatchJob $good.JobArn).JobName | Should -Be good
        ([pscustomobject]@{ JobId = $good.JobId } | Get-BatchJob).JobName | Should -Be good
        ($good | Get-BatchJobLog | Get-BatchJob).JobName | Should -Be good
        (Get-BatchJob $good, $bad.JobId).JobName | Sort-Object | Should -Be bad, good
    }

    It 'takes piped queues' {
        @(Get-BatchJobQueue local | Get-BatchJob).Count | Should -Be 3
    }

    It 'lists briefly, and in full with -Detail' {
        (Get-BatchJob -JobName good).IsDetailed | Should -BeFalse
        $full = Get-BatchJob -JobName good -Detail
        $full.IsDetailed | Should -BeTrue
        $full.Workload | Should -Be w1
        (Get-BatchJob -JobName good | Measure-BatchWorkload).Workload | Should -Be w1
    }

    It 'tells why a job failed' {
        (Get-BatchJob -Status FAILED).FailureClass | Should -Be Application
        $good | Get-BatchJob | ForEach-Object FailureClass | Should -BeNullOrEmpty
    }

    It 'gives the children that failed' {
        $mixed = Submit-TestJob mixed 'exit $((AWS_BATCH_JOB_ARRAY_INDEX % 2))' -With @{ ArraySize = 4 } | Wait-BatchJob -Timeout 1m

        ($mixed | Get-BatchJob -FailedChild).ArrayIndex | Sort-Object | Should -Be 1, 3
        ($mixed | Get-BatchJob -FailedChild -Index 0, 1).ArrayIndex | Should -Be 1
        $mixed.FailureClass | Should -Be Child
    }

    It 'says which job has no nodes' {
        $good | Get-BatchJob -Node -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'NotAMultiNodeJob,*'
    }

    It 'gives children of array jobs' {
        ($array | Get-BatchJob -Child).JobId | Sort-Object | Should -Be "$($array.JobId):0", "$($array.JobId):1", "$($array.JobId):2"
        ($array | Get-BatchJob -Index 1).ArrayIndex | Should -Be 1
    }

    It 'reports an id that does not exist, and goes on' {
        $found = '00000000-0000-0000-0000-000000000000', $good.JobId | Get-BatchJob -ErrorVariable problem -ErrorAction SilentlyContinue

        $found.JobName | Should -Be good
        $problem.FullyQualifiedErrorId | Should -Be 'JobNotFound,BatchTools.PowerShell.Commands.GetBatchJobCommand'
    }

    It 'never sends the name of a type as an id' {
        Get-Date | Get-BatchJob -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Not -BeNullOrEmpty
    }

    It 'completes ids by id and by name, names, queues and states' {
        (TabExpansion2 "Get-BatchJob $($good.JobId.Substring(0, 8))").CompletionMatches.CompletionText | Should -Contain $good.JobId
        (TabExpansion2 'Get-BatchJob -JobName go').CompletionMatches.CompletionText | Should -Contain good
        (TabExpansion2 'Get-BatchJob -JobQueue ot').CompletionMatches.CompletionText | Should -Contain other
        (TabExpansion2 'Get-BatchJob -Status SUC').CompletionMatches.CompletionText | Should -Contain SUCCEEDED
    }
}
