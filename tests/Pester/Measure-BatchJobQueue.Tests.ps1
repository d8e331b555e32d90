BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $null = New-BatchComputeEnvironment -Name tiny -ResourceType EC2 -MaxVcpu 1 -InstanceType optimal -InstanceRole ecsInstanceRole -Subnet subnet-1
    $null = New-BatchJobQueue -Name full -ComputeEnvironment tiny
    $null = Submit-BatchJob -JobName good -JobQueue full -JobDefinition hello | Wait-BatchJob -Timeout 1m
    $null = Submit-BatchJob -JobName bad -JobQueue full -JobDefinition hello -Command sh, -c, 'exit 3' | Wait-BatchJob -Timeout 1m
    $running = Submit-BatchJob -JobName long -JobQueue full -JobDefinition hello -Command sleep, 600
    while ((Get-BatchJob $running).Status -ne 'RUNNING') { Start-Sleep -Milliseconds 50 }
    $script:waiting = Submit-BatchJob -JobName first -JobQueue full -JobDefinition hello
    $null = Submit-BatchJob -JobName many -JobQueue full -JobDefinition hello -ArraySize 3
    while ((Get-BatchJob -JobQueue full -Status PENDING).Count -ne 1) { Start-Sleep -Milliseconds 50 }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Measure-BatchJobQueue' {
    It 'counts the jobs by state, children one by one, and finds the one that waits for the longest' {
        $measure = Measure-BatchJobQueue full

        $measure | Should -BeOfType BatchTools.QueueMeasure
        $measure.Succeeded | Should -Be 1
        $measure.Failed | Should -Be 1
        $measure.Running | Should -Be 1
        $measure.Runnable | Should -Be 4
        $measure.QueueSize | Should -Be 5
        $measure.Counts['RUNNABLE'] | Should -Be 4
        $measure.OldestRunnableJob | Should -Be $waiting.JobId
        $measure.OldestRunnable.TotalSeconds | Should -BeGreaterThan 0
    }

    It 'tells the vCPUs of the queue and of its environments' {
        $measure = Measure-BatchJobQueue full

        $measure.VcpusInUse | Should -Be 1
        $measure.MaxVcpus | Should -Be 1
        $measure.AvailableVcpus | Should -Be 0
        $measure.Utilization | Should -Be 1
        $environment = $measure.ComputeEnvironments[0]
        $environment.ComputeEnvironmentName | Should -Be tiny
        $environment.MinVcpus | Should -Be 0
        $environment.DesiredVcpus | Should -Be 1
        $environment.MaxVcpus | Should -Be 1
        $environment.AvailableVcpus | Should -Be 0
    }

    It 'tells why the head of a queue is blocked' {
        $null = New-BatchJobQueue -Name stuck -ComputeEnvironment tiny
        $job = Submit-BatchJob -JobName big -JobQueue stuck -JobDefinition hello -Vcpu 64
        while ((Get-BatchJob $job).Status -ne 'RUNNABLE') { Start-Sleep -Milliseconds 50 }

        $measure = Measure-BatchJobQueue stuck

        $measure.BlockedJob | Should -Be $job.JobId
        $measure.BlockedReason | Should -BeLike 'MISCONFIGURATION:COMPUTE_ENVIRONMENT_MAX_RESOURCE*'
        (Measure-BatchJobQueue local).BlockedReason | Should -BeNullOrEmpty
    }

    It 'takes an object, a name, an ARN, a pattern, a property, and all' {
        (Get-BatchJobQueue full | Measure-BatchJobQueue).JobQueueName | Should -Be full
        (Measure-BatchJobQueue (Get-BatchJobQueue full).JobQueueArn).JobQueueName | Should -Be full
        (Measure-BatchJobQueue f*).JobQueueName | Should -Be full
        ([pscustomobject] @{ JobQueueName = 'full' } | Measure-BatchJobQueue).JobQueueName | Should -Be full
        (Measure-BatchJobQueue).JobQueueName | Should -Contain local
    }

    It 'measures again and again with -Watch until nobody wants more' {
        $measures = Measure-BatchJobQueue full, local -Watch -Interval 0.05 | Select-Object -First 5

        $measures.Count | Should -Be 5
        $measures.JobQueueName | Sort-Object -Unique | Should -Be full, local
        $measures[2].MeasuredAt | Should -BeGreaterThan $measures[0].MeasuredAt
    }

    It 'shows counts, vCPUs and the reason in its table' {
        $text = Measure-BatchJobQueue full | Out-String -Width 200

        $text | Should -Match 'JobQueueName\s+State\s+Submitted\s+Pending\s+Runnable\s+Starting\s+Running\s+Succeeded\s+Failed\s+Oldest\s+vCPU\s+Blocked'
        $text | Should -Match 'full\s+.*ENABLED.*\s0\s+0\s+4\s+0\s+1\s+1\s+1\s+[\d.:s]+\s+1/1'
    }

    It 'reports a queue of nothing, and goes on' {
        (Measure-BatchJobQueue nope, full -ErrorVariable problem -ErrorAction SilentlyContinue).JobQueueName | Should -Be full

        $problem[0].FullyQualifiedErrorId | Should -BeLike 'JobQueueNotFound,*'
    }
}
