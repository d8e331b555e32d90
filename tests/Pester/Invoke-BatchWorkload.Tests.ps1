BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $cases = "$PSScriptRoot/../BatchTools.Core.Tests/WorkloadFiles/Cases"
    foreach ($queue in 'cpu-job-queue', 'gpu-job-queue') {
        $null = New-BatchJobQueue -Name $queue -ComputeEnvironment local
    }

    foreach ($name in 'data-preprocessing', 'model-training', 'model-evaluation') {
        $null = Register-BatchJobDefinition -Name $name -Image any -Memory 64 -Command sh, -c, 'env | grep _S3_PATH | sort'
    }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Invoke-BatchWorkload' {
    BeforeAll {
        # The machine of a test has no GPUs; all else is the workflow as it stands.
        $workflow = Join-Path $TestDrive workflow.json
        (Get-Content "$cases/workflow.ml.json" -Raw) -replace '(?s)"resourceRequirements"\s*:\s*\[.*?\]', '"resourceRequirements": [ { "type": "MEMORY", "value": "64" } ]' | Set-Content $workflow
    }

    It 'runs the jobs of a workflow in their order, with the real ids, and writes these into a file' {
        $ids = Join-Path $TestDrive ids.txt

        $jobs = Invoke-BatchWorkload $workflow -Timeout 1m
        $jobs | Sort-Object CreatedAt | ForEach-Object JobId | Set-Content $ids

        $jobs.JobName | Should -Be preprocess-dataset-42, train-model-42, evaluate-model-42
        $jobs.Status | Select-Object -Unique | Should -Be SUCCEEDED
        $jobs[1].DependsOn | Should -Be $jobs[0].JobId
        $jobs[2].DependsOn | Should -Be $jobs[1].JobId
        $jobs[1].StartedAt | Should -BeGreaterOrEqual $jobs[0].StoppedAt
        Get-Content $ids | Should -Be $jobs.JobId
        ($jobs[0] | Get-BatchJobLog).Message | Should -Be 'INPUT_S3_PATH=s3://raw-data/dataset-42', 'OUTPUT_S3_PATH=s3://processed-data/dataset-42'
    }

    It 'creates what is missing, once' {
        $file = Join-Path $TestDrive with-definition.json
        Set-Content $file '{ "jobDefinitions": [ { "jobDefinitionName": "made", "type": "container", "containerProperties": { "image": "any", "command": ["true"], "resourceRequirements": [ { "type": "VCPU", "value": "1" }, { "type": "MEMORY", "value": "64" } ] } } ], "jobs": [ { "jobName": "one", "jobQueue": "local", "jobDefinition": "made" } ] }'

        (Invoke-BatchWorkload $file -WhatIf 6>&1) | Should -BeNullOrEmpty
        Get-BatchJobDefinition made -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        1..2 | ForEach-Object { (Get-Item $file | Invoke-BatchWorkload -Timeout 1m).Status | Should -Be SUCCEEDED }

        (Get-BatchJobDefinition made).Revision | Should -Be 1
    }

    It 'tells in one line which steps were left out' {
        $file = Join-Path $TestDrive repair.yaml
        Set-Content $file @'
jobs:
  - { jobName: works, jobQueue: local, jobDefinition: data-preprocessing, containerOverrides: { command: ["true"] } }
  - { jobName: repair, jobQueue: local, jobDefinition: data-preprocessing, dependsOn: works, after: notok }
'@
        $jobs = Invoke-BatchWorkload $file -Timeout 1m -InformationVariable notes 6>$null

        $jobs.JobName | Should -Be works
        "$notes" | Should -Be "1 step was left out: 'repair', as 'works' succeeded."
    }

    It 'submits nothing twice within a named workload' {
        $first = Invoke-BatchWorkload $workflow -Workload named -Timeout 1m
        $again = Invoke-BatchWorkload $workflow -Workload named -Timeout 1m

        $again.JobId | Sort-Object | Should -Be ($first.JobId | Sort-Object)
    }

    It 'refuses a file with a # comment with its place, and submits nothing' {
        $before = @(Get-BatchJob).Count

        Invoke-BatchWorkload "$cases/job-submission.finance.with-hash-comment.json.txt" -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Match '\(\d+,\d+\)'
        @(Get-BatchJob).Count | Should -Be $before
    }

    It 'runs a YAML file with the values of its parameters' {
        $file = Join-Path $TestDrive flow.yaml
        Set-Content $file 'parameters: { size: { type: number, default: 2 }, who: { allowedValues: [world, moon] } }', 'jobs: [ { jobName: "hello-${param:who}", jobQueue: local, jobDefinition: model-training, arrayProperties: { size: "${param:size}" } } ]'

        $job = Invoke-BatchWorkload $file -Parameter @{ who = 'moon'; size = 3 } -Timeout 1m

        $job.JobName, $job.ArraySize, $job.Status | Should -Be hello-moon, 3, SUCCEEDED
    }

    It 'tells which value a parameter lacks, and which may not be, and submits nothing' {
        $file = Join-Path $TestDrive flow.yaml
        $before = @(Get-BatchJob).Count

        Invoke-BatchWorkload $file -ErrorVariable missing -ErrorAction SilentlyContinue
        Invoke-BatchWorkload $file -Parameter @{ who = 'worl' } -ErrorVariable wrong -ErrorAction SilentlyContinue

        "$missing" | Should -BeLike "*flow.yaml(1,*): the parameter 'who' has no value.*"
        "$wrong" | Should -BeLike "*flow.yaml(1,*): 'worl' is not allowed for the parameter 'who'. Did you mean 'world'?*"
        @(Get-BatchJob).Count | Should -Be $before
    }

    It 'holds back jobs of all steps where only so many may be unfinished' {
        $file = Join-Path $TestDrive throttled.json
        Set-Content $file '{ "jobs": [ { "jobName": "a", "jobQueue": "local", "jobDefinition": "hello" }, { "jobName": "b", "jobQueue": "local", "jobDefinition": "hello" } ], "sweeps": [ { "name": "s", "axes": { "n": [1, 2, 3] }, "jobName": "s-{n}", "jobQueue": "local", "jobDefinition": "hello" } ] }'

        $jobs = Invoke-BatchWorkload $file -ThrottleLimit 1 -Timeout 1m | Sort-Object CreatedAt

        $jobs.Count | Should -Be 5
        foreach ($index in 1..4) {
            $jobs[$index].CreatedAt | Should -BeGreaterOrEqual $jobs[$index - 1].StoppedAt
        }
    }

    It 'changes a definition, a queue and an environment that differ from the file' {
        $file = Join-Path $TestDrive changed.json
        $text = '{ "jobQueues": [ { "jobQueueName": "changing", "priority": 1, "computeEnvironmentOrder": [ { "order": 1, "computeEnvironment": "local" } ] } ], "jobs": [ { "jobName": "one", "jobQueue": "changing", "jobDefinition": "hello" } ] }'
        Set-Content $file $text
        $null = Invoke-BatchWorkload $file -Timeout 1m
        Set-Content $file ($text -replace '"priority": 1', '"priority": 9')

        (Invoke-BatchWorkload $file -Timeout 1m).Status | Should -Be SUCCEEDED

        (Get-BatchJobQueue changing).Priority | Should -Be 9
    }

    It 'writes reports, and gives them with -PassThru; one of no known format ends it before anything runs' {
        $file = Join-Path $TestDrive reported.json
        Set-Content $file '{ "jobs": [ { "jobName": "reported", "jobQueue": "local", "jobDefinition": "hello" } ] }'

        $given = Invoke-BatchWorkload $file -Timeout 1m -ReportPath $TestDrive/r.md, $TestDrive/r.xml -PassThru

        $given[0].JobName, $given[1].Name, $given[2].Name | Should -Be reported, r.md, r.xml
        ([xml](Get-Content $TestDrive/r.xml -Raw)).testsuites.tests | Should -Be 1
        $null = Invoke-BatchWorkload $file -Timeout 1m -ReportPath $TestDrive/r.csv -Cost
        (Import-Csv $TestDrive/r.csv).costHighUsd | Should -Match '^0'
        $before = @(Get-BatchJob).Count
        { Invoke-BatchWorkload $file -ReportPath $TestDrive/r.docx } | Should -Throw '*r.docx*'
        @(Get-BatchJob).Count | Should -Be $before
    }
}
