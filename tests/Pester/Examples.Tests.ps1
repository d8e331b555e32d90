BeforeDiscovery {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module "$root/BatchTools.psd1"
    $examples = foreach ($command in Get-Command -Module BatchTools) {
        $number = 0
        foreach ($example in (Get-Help $command.Name -Examples).Examples.Example) {
            $number++
            # What needs an AWS account or asks for a password can not run here.
            if ($example.Code -notmatch '-ProfileName|Get-Credential') {
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
        Set-Content job-definition.json '{ "jobDefinitionName": "from-file", "type": "container", "containerProperties": { "image": "busybox", "command": ["echo", "hi"], "vcpus": 1, "memory": 64 } }'
    }

    AfterEach {
        Pop-Location
        $env:BATCHTOOLS_HOME = $null
        Stop-TestEngine
    }

    It 'work on the local engine: <Name> <Number>' -ForEach $examples {
        { Invoke-Expression $Code } | Should -Not -Throw
    }

    It 'are there for each cmdlet, one at least that works on the local engine' -ForEach @(@{ Without = @($known) }) {
        $Without | Should -BeNullOrEmpty
    }
}
