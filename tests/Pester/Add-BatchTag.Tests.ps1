BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'Add-BatchTag' {
    It 'tags whatever has an ARN, by object and by ARN' {
        $queue = Get-BatchJobQueue local
        $policy = New-BatchSchedulingPolicy -Name tagged -ShareDecay 600
        $queue, (Get-BatchComputeEnvironment local), (Get-BatchJobDefinition hello), $policy | Add-BatchTag -Tag @{ Team = 'md'; Number = 1 } | Should -BeNullOrEmpty

        (Get-BatchJobQueue local).Tags['Team'], (Get-BatchComputeEnvironment local).Tags['Number'], (Get-BatchJobDefinition hello).Tags['Team'], (Get-BatchSchedulingPolicy tagged).Tags['Team'] | Should -Be md, 1, md, md
        Add-BatchTag $queue.JobQueueArn @{ Team = 'ml' }
        (Get-BatchJobQueue local).Tags['Team'] | Should -Be ml
    }

    It 'tags jobs' {
        $job = Submit-TestJob tagged

        $job | Add-BatchTag -Tag @{ Kept = '' }
        (Get-BatchJob $job).Tags['Kept'] | Should -Be ''
    }

    It 'writes all tags with -PassThru' {
        $tags = Get-BatchJobDefinition hello | Add-BatchTag -Tag @{ More = 'x' } -PassThru

        $tags | Should -BeOfType BatchTools.ResourceTag
        ($tags | Where-Object Key -EQ More).Value | Should -Be x
    }

    It 'reports what has no such resource, and goes on' {
        'arn:aws:batch:us-east-1:000000000000:job-queue/nope', (Get-BatchJobQueue local).JobQueueArn | Add-BatchTag -Tag @{ After = 'it' } -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.CategoryInfo.Category | Should -Be ObjectNotFound
        (Get-BatchJobQueue local).Tags['After'] | Should -Be it
    }

    It 'says what is no ARN' {
        { Add-BatchTag nope @{ A = 1 } } | Should -Throw '*no ARN*'
    }

    It 'tags nothing with -WhatIf' {
        Get-BatchJobQueue local | Add-BatchTag -Tag @{ Nothing = 1 } -WhatIf

        (Get-BatchJobQueue local).Tags.Keys | Should -Not -Contain Nothing
    }
}
