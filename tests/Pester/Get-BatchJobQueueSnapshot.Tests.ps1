BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $null = New-BatchComputeEnvironment -Name tiny -ResourceType EC2 -MaxVcpu 1 -InstanceType optimal -InstanceRole ecsInstanceRole -Subnet subnet-1
    $null = New-BatchJobQueue -Name full -ComputeEnvironment tiny
    $script:jobs = 1..3 | ForEach-Object { Submit-BatchJob -JobName "long$_" -JobQueue full -JobDefinition hello -Command sleep, 600 }
    while ((Get-BatchJob $jobs[0]).Status -ne 'RUNNING') { Start-Sleep -Milliseconds 50 }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Get-BatchJobQueueSnapshot' {
    It 'tells which jobs come next, and what runs' {
        $snapshot = Get-BatchJobQueueSnapshot full

        $snapshot | Should -BeOfType BatchTools.JobQueueSnapshot
        $snapshot.JobQueueName | Should -Be full
        $snapshot.VcpusInUse | Should -Be 1
        $snapshot.Jobs.Position | Should -Be 1, 2
        $snapshot.Jobs.JobId | Should -Be $jobs[1].JobId, $jobs[2].JobId
        $snapshot.Jobs[0].Since | Should -BeOfType datetime
        $snapshot.Raw.frontOfQueue.jobs.Count | Should -Be 2
        ($snapshot.Jobs | Get-BatchJob).JobName | Should -Be long2, long3
    }

    It 'shows the next three jobs in a table' {
        $view = (Get-BatchJobQueueSnapshot full | Format-Table | Out-String -Width 200).Split("`n").Trim() -match '^full '

        $view | Should -BeLike "full * 1 * 2 1. $($jobs[1].JobId), 2. $($jobs[2].JobId)"
    }

    It 'takes an object, a name, an ARN, a pattern, a property, and all' {
        (Get-BatchJobQueue full | Get-BatchJobQueueSnapshot).JobQueueName | Should -Be full
        (Get-BatchJobQueueSnapshot (Get-BatchJobQueue full).JobQueueArn).JobQueueName | Should -Be full
        (Get-BatchJobQueueSnapshot f*).JobQueueName | Should -Be full
        ([pscustomobject] @{ JobQueueName = 'full' } | Get-BatchJobQueueSnapshot).JobQueueName | Should -Be full
        (Get-BatchJobQueueSnapshot).JobQueueName | Sort-Object | Should -Be full, local
    }

    It 'tells the shares of a fair-share queue' {
        $policy = New-BatchSchedulingPolicy -Name fair -Share @{ a = 1 }
        $null = New-BatchJobQueue -Name shared -ComputeEnvironment local -SchedulingPolicyArn $policy.SchedulingPolicyArn
        $job = Submit-BatchJob -JobName long -JobQueue shared -JobDefinition hello -Command sleep, 600 -ShareIdentifier a
        while ((Get-BatchJob $job).Status -ne 'RUNNING') { Start-Sleep -Milliseconds 50 }

        $snapshot = Get-BatchJobQueueSnapshot shared

        $snapshot.ActiveShares | Should -Be 1
        $snapshot.Shares[0].ShareIdentifier | Should -Be a
        "$($snapshot.Shares[0])" | Should -Be 'a: 1 VCPU'
    }

    It 'reports a queue of nothing, and goes on' {
        (Get-BatchJobQueueSnapshot nope, full -ErrorVariable problem -ErrorAction SilentlyContinue).JobQueueName | Should -Be full

        $problem[0].FullyQualifiedErrorId | Should -BeLike 'JobQueueNotFound,*'
    }
}
