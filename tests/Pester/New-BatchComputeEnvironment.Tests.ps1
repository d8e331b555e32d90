BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'New-BatchComputeEnvironment' {
    It 'creates an environment out of parameters' {
        $environment = New-BatchComputeEnvironment -Name small -ResourceType FARGATE -MaxVcpu 2 -Subnet subnet-1 -SecurityGroupId sg-1 -Tag @{ Team = 'md' }

        $environment | Should -BeOfType BatchTools.ComputeEnvironment
        $environment.ComputeEnvironmentName | Should -Be small
        $environment.MaxVcpus | Should -Be 2
        $environment.ResourceType | Should -Be FARGATE
        (Get-BatchComputeEnvironment small).Tags['Team'] | Should -Be md
    }

    It 'creates an environment out of a file in AWS''s own shape' {
        $file = Join-Path $TestDrive environment.json
        Set-Content $file '{
            // as aws batch create-compute-environment takes it
            "computeEnvironmentName": "from-file", "type": "MANAGED", "state": "DISABLED",
            "computeResources": { "type": "FARGATE", "maxvCpus": 3, "subnets": ["subnet-1"], "securityGroupIds": ["sg-1"], },
        }'

        $environment = Get-Item $file | New-BatchComputeEnvironment

        $environment.Name | Should -Be from-file
        $environment.State | Should -Be DISABLED
        $environment.MaxVcpus | Should -Be 3
    }

    It 'names the place of an unknown member in a file' {
        $file = Join-Path $TestDrive wrong.json
        Set-Content $file "{`n  ""computeEnvironmentName"": ""wrong"", ""type"": ""MANAGED"",`n  ""computeResource"": { }`n}"

        New-BatchComputeEnvironment -Path $file -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Match 'wrong\.json\(3,3\).*computeResources'
        Get-BatchComputeEnvironment wrong -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'reports a name that exists' {
        New-BatchComputeEnvironment -Name local -ResourceType FARGATE -MaxVcpu 2 -Subnet subnet-1 -SecurityGroupId sg-1 -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.Count | Should -Be 1
        $problem.CategoryInfo.Category | Should -Be ResourceExists
    }

    It 'creates nothing with -WhatIf' {
        New-BatchComputeEnvironment -Name nothing -ResourceType FARGATE -MaxVcpu 1 -WhatIf

        Get-BatchComputeEnvironment nothing -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'completes what is chosen from' {
        (TabExpansion2 'New-BatchComputeEnvironment -InstanceType o').CompletionMatches.CompletionText | Should -Contain optimal
        (TabExpansion2 'New-BatchComputeEnvironment -AllocationStrategy B').CompletionMatches.CompletionText | Should -Contain BEST_FIT_PROGRESSIVE
        (TabExpansion2 'New-BatchComputeEnvironment -ResourceType F').CompletionMatches.CompletionText | Should -Contain FARGATE
    }
}
