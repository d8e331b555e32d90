BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $infrastructure = "$PSScriptRoot/Cases/infrastructure.batch-processor.json"
    $file = Join-Path $TestDrive all.yaml
    Set-Content $file @'
parameters: { size: { type: number, default: 2 } }
workload: { name: all, jobQueue: local, jobDefinition: hello }
jobs:
  - jobName: first
  - jobName: second
    dependsOn: [{ jobId: "${first}" }]
sweeps:
  - name: grid
    axes: { n: [1, 2, "${param:size}0"] }
    jobName: "grid-{n}"
    maxConcurrent: 2
    dependsOn: [{ jobId: "${second}" }]
'@
}

AfterAll {
    Stop-TestEngine
}

Describe 'Import-BatchWorkload' {
    It 'gives what a file holds, in objects, without a connection' {
        Get-BatchConnection | Disconnect-Batch -Confirm:$false
        $content = Get-Item $infrastructure | Import-BatchWorkload
        $null = Connect-Batch -Local -DataDirectory (Join-Path $folder data)

        $content.Name | Should -Be infrastructure.batch-processor
        $content.ComputeEnvironments.Name | Should -Be batch-processor-spot, batch-processor-on-demand, batch-processor-fargate
        $content.JobQueues.Count, $content.JobDefinitions.Count, $content.JobCount | Should -Be 3, 3, 0
        $content.ComputeEnvironments[0].Request.computeResources.type | Should -Be SPOT
        $content.ComputeEnvironments[0].Place | Should -BeLike '*infrastructure.batch-processor.json(3,5)'
    }

    It 'gives resources that pipe into the cmdlets that make them' {
        $content = Import-BatchWorkload $infrastructure

        ($content.ComputeEnvironments | New-BatchComputeEnvironment).ComputeEnvironmentName | Should -Be $content.ComputeEnvironments.Name
        ($content.JobQueues | New-BatchJobQueue).JobQueueName | Should -Be $content.JobQueues.Name
        ($content.JobDefinitions | Register-BatchJobDefinition).Revision | Should -Be 1, 1, 1
    }

    It 'says which part to pipe where a whole file is piped' {
        { Import-BatchWorkload $infrastructure | Register-BatchJobDefinition -ErrorAction Stop } | Should -Throw '*Pipe the section that is meant, such as*JobDefinitions*'
    }

    It 'gives jobs and points that pipe into Submit-BatchJob, with the values of parameters' {
        $content = Import-BatchWorkload $file -Parameter @{ size = 3 }

        $content.Parameter.size | Should -Be 3
        $content.Sweeps[0].JobCount, $content.Sweeps[0].MaxConcurrent, $content.Sweeps[0].DependsOn | Should -Be 3, 2, '${second}'
        ($content.Jobs[0] | Submit-BatchJob | Wait-BatchJob -Timeout 1m).Status | Should -Be SUCCEEDED
        ($content.Sweeps[0].Points | Submit-BatchJob -JobQueue local -JobDefinition hello).JobName | Sort-Object | Should -Be grid-1, grid-2, grid-30
    }

    It 'keeps what a job waits for by its name, which can not be submitted alone' {
        $second = (Import-BatchWorkload $file).Jobs[1]

        $second.DependsOn | Should -Be '${first}'
        { $second | Submit-BatchJob -ErrorAction Stop } | Should -Throw '*${first}*'
    }

    It 'gives content that pipes into Invoke-BatchWorkload, parameters included' {
        (Import-BatchWorkload $file -Parameter @{ size = 4 } | Invoke-BatchWorkload -Timeout 1m).JobName | Sort-Object |
            Should -Be first, grid-1, grid-2, grid-40, second
    }

    It 'tells what is wrong with its place, and goes on with the next file' {
        $bad = Join-Path $TestDrive bad.json
        Set-Content $bad '{ "jobs": [ { "jobNaem": "x" } ] }'

        $content = $bad, $file | Import-BatchWorkload -ErrorVariable problems -ErrorAction SilentlyContinue

        $content.Name | Should -Be all
        "$problems" | Should -BeLike "*bad.json(1,15)*'jobName'*"
    }
}
