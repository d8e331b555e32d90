# The four parameter sweeps that users began with: their definitions, queues, points and concurrency limits, on the local engine.
BeforeDiscovery {
    $pipelines = Get-Content "$PSScriptRoot/../BatchTools.Core.Tests/WorkloadFiles/Cases/pipelines.json" -Raw | ConvertFrom-Json -AsHashtable
    $cases = foreach ($name in $pipelines.Keys) {
        @{ Name = $name; Pipeline = $pipelines[$name]; Count = $pipelines[$name].sweep.jobs; Limit = $pipelines[$name].sweep.maxConcurrent }
    }
}

BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine

    # The most of some time spans that overlap.
    function Measure-Overlap($Spans) {
        $most = $now = 0
        $changes = $Spans | ForEach-Object { [pscustomobject]@{ At = $_[0]; Change = 1 }; [pscustomobject]@{ At = $_[1]; Change = -1 } }
        foreach ($change in $changes | Sort-Object At, Change) {
            $now += $change.Change
            $most = [math]::Max($most, $now)
        }

        $most
    }
}

AfterAll {
    Stop-TestEngine
}

Describe 'The pipeline <Name>' -ForEach $cases {
    BeforeAll {
        $sweep = $Pipeline.sweep
        $queue = $sweep.jobQueue ?? $Pipeline.jobQueue.jobQueueName
        $null = New-BatchComputeEnvironment "$Name-environment" -ResourceType EC2 -MaxVcpu 400 -InstanceType optimal -Subnet subnet-1 -InstanceRole ecsInstanceRole
        $null = New-BatchJobQueue $queue -ComputeEnvironment "$Name-environment" -Priority 100
        # The image's program is nowhere, and twenty times 64 GiB are on few machines: in their place, what any can run.
        $definition = $Pipeline.jobDefinition
        $definition.containerProperties.command = 'sh', '-c', 'env; sleep 1'
        $null = $definition | Register-BatchJobDefinition

        $jobs = New-BatchSweep $sweep.axes -Parameter $sweep.fixed -JobName $sweep.jobName |
            Submit-BatchJob -JobQueue $queue -JobDefinition $definition.jobDefinitionName -Workload $Name -ThrottleLimit $Limit -Memory 64 |
            Wait-BatchJob -Timeout 1m
    }

    It 'runs all of its <Count> jobs' {
        $jobs.Count | Should -Be $Count
        $jobs.Status | Select-Object -Unique | Should -Be SUCCEEDED
        @($jobs.JobName | Select-Object -Unique).Count | Should -Be $Count
        $jobs.JobQueue | Select-Object -Unique | Should -Be $queue
    }

    It 'never has more than <Limit> unfinished, and uses the limit' {
        Measure-Overlap ($jobs | ForEach-Object { , @($_.CreatedAt, $_.StoppedAt) }) | Should -BeLessOrEqual $Limit
        Measure-Overlap ($jobs | ForEach-Object { , @($_.StartedAt, $_.StoppedAt) }) | Should -Be ([math]::Min($Limit, $Count))
    }

    It 'gives each job the values of its point' {
        $job = $jobs | Sort-Object { [int]$_.Tags['batchtools:point'] } | Select-Object -Last 1
        $variables = @($job | Get-BatchJobLog).Message

        foreach ($name in $sweep.axes.Keys) {
            $variables | Should -Contain "$name=$($sweep.axes[$name][-1])"
        }

        foreach ($name in $sweep.fixed.Keys) {
            $variables | Should -Contain "$name=$($sweep.fixed[$name])"
        }
    }

    It 'is measured' {
        $summary = $jobs | Measure-BatchWorkload

        $summary.JobCount | Should -Be $Count
        $summary.Succeeded | Should -Be $Count
    }
}
