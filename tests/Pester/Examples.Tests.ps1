BeforeDiscovery {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module "$root/BatchTools.psd1"
    $examples = foreach ($command in Get-Command -Module BatchTools) {
        $number = 0
        foreach ($example in (Get-Help $command.Name -Examples).Examples.Example) {
            $number++
            # What needs an AWS account, asks for a password, never ends or needs SageMaker AI can not run here.
            if ($example.Code -notmatch '-ProfileName|Get-Credential|-Watch|^Submit-BatchServiceJob(?!.*-WhatIf)') {
                @{ Name = $command.Name; Number = $number; Code = $example.Code }
            }
        }
    }

    $known = (Get-Command -Module BatchTools).Name | Where-Object { $_ -notin $examples.Name }
}

Describe 'The examples in help' {
    BeforeAll {
        . $PSScriptRoot/TestEngine.ps1
    }

    BeforeEach {
        Start-TestEngine
        $env:BATCHTOOLS_HOME = Join-Path $folder data
        Push-Location $folder
        $null = Register-BatchJobDefinition -Name training -Image busybox -Command echo, trained
        $null = Submit-TestJob hello 'echo hello' -With @{ Workload = 'md-42' } | Wait-BatchJob -Timeout 1m
        $null = New-Item queues -ItemType Directory
        Set-Content queues/nightly.json '{ "jobQueueName": "nightly", "priority": 1, "computeEnvironmentOrder": [ { "order": 1, "computeEnvironment": "local" } ] }'
        Set-Content compute-environment.json '{ "computeEnvironmentName": "from-file", "type": "MANAGED", "computeResources": { "type": "FARGATE", "maxvCpus": 2, "subnets": ["subnet-1"], "securityGroupIds": ["sg-1"] } }'
        $null = New-BatchSchedulingPolicy -Name teams -Share @{ research = 1 }
        $null = New-BatchConsumableResource -Name licences -Quantity 10
        $null = New-BatchServiceEnvironment -Name training -CapacityLimit @{ NUM_INSTANCES = 8 }
        $null = New-BatchServiceEnvironment -Name research -CapacityLimit @{ NUM_INSTANCES = 8 }
        $null = New-BatchSchedulingPolicy -Name quota -IdleResourceAssignment FIFO
        $null = New-BatchJobQueue -Name training -ServiceEnvironment training -SchedulingPolicy quota
        $null = New-BatchQuotaShare -Name research -JobQueue training -CapacityLimit @{ 'ml.p5.48xlarge' = 4 }
        Set-Content service-environment.json '{ "serviceEnvironmentName": "from-file", "serviceEnvironmentType": "SAGEMAKER_TRAINING", "capacityLimits": [ { "capacityUnit": "NUM_INSTANCES", "maxCapacity": 2 } ] }'
        Set-Content service-job.json '{ "jobName": "learn", "jobQueue": "training", "serviceJobType": "SAGEMAKER_TRAINING", "serviceRequestPayload": "{}" }'
        Copy-Item "$PSScriptRoot/../BatchTools.Core.Tests/WorkloadFiles/Cases/infrastructure.batch-processor.json" infrastructure.json
        Set-Content workload.json '{ "jobs": [ { "jobName": "one", "jobQueue": "local", "jobDefinition": "hello" } ] }'
        Set-Content training.yaml 'parameters: { dataset: { allowedValues: [raw, clean], default: raw } }', 'jobs: [ { jobName: "train-${param:dataset}", jobQueue: local, jobDefinition: hello } ]'
        Set-Content job-definition.json '{ "jobDefinitionName": "from-file", "type": "container", "containerProperties": { "image": "busybox", "command": ["echo", "hi"], "vcpus": 1, "memory": 64 } }'
    }

    AfterEach {
        Pop-Location
        $env:BATCHTOOLS_HOME = $null
        Stop-TestEngine
    }

    It 'work on the local engine: <Name> <Number>' -ForEach $examples {
        if ($Name -notlike 'New-*') {
            $null = New-BatchComputeEnvironment -Name small -ResourceType FARGATE -MaxVcpu 2 -Subnet subnet-1 -SecurityGroupId sg-1
            $null = New-BatchJobQueue -Name nightly -ComputeEnvironment local
        }

        # Nobody is there to be asked.
        { $ConfirmPreference = 'None'; Invoke-Expression $Code } | Should -Not -Throw
    }

    It 'are there for each cmdlet, one at least that works on the local engine' -ForEach @(@{ Without = @($known) }) {
        $Without | Should -BeNullOrEmpty
    }
}
