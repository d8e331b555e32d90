BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $queue = New-BatchJobQueue -Name tagged -ComputeEnvironment local -Tag @{ B = 2; A = 1 }
    Get-BatchJobDefinition hello | Add-BatchTag -Tag @{ C = 3 }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Get-BatchTag' {
    It 'lists the tags of resources, one a row' {
        $tags = $queue, (Get-BatchJobDefinition hello) | Get-BatchTag

        $tags | Should -BeOfType BatchTools.ResourceTag
        $tags.Key | Should -Be A, B, C
        $tags[0].ResourceArn | Should -Be $queue.JobQueueArn
        "$($tags[1])" | Should -Be B=2
        (Get-BatchTag $queue.JobQueueArn).Count | Should -Be 2
    }

    It 'reports what has no such resource, and goes on' {
        ('arn:aws:batch:us-east-1:000000000000:job-queue/nope', $queue.JobQueueArn | Get-BatchTag -ErrorVariable problem -ErrorAction SilentlyContinue).Count | Should -Be 2

        $problem.CategoryInfo.Category | Should -Be ObjectNotFound
    }
}
