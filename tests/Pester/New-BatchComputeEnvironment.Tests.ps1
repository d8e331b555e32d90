BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $script:network = @{ Subnet = 'subnet-1', 'subnet-2'; SecurityGroupId = 'sg-1' }
}

AfterAll {
    Stop-TestEngine
}

Describe 'New-BatchComputeEnvironment' {
    It 'chooses well for <Switch>' -ForEach @(
        @{ Switch = 'Spot'; Type = 'SPOT'; Strategy = 'SPOT_PRICE_CAPACITY_OPTIMIZED'; Instances = 'optimal'; Image = 'ECS_AL2023' }
        @{ Switch = 'OnDemand'; Type = 'EC2'; Strategy = 'BEST_FIT_PROGRESSIVE'; Instances = 'optimal'; Image = 'ECS_AL2023' }
        @{ Switch = 'Fargate'; Type = 'FARGATE'; Strategy = $null; Instances = $null; Image = $null }
        @{ Switch = 'FargateSpot'; Type = 'FARGATE_SPOT'; Strategy = $null; Instances = $null; Image = $null }
    ) {
        $kind = @{ $Switch = $true }

        $environment = New-BatchComputeEnvironment "kind-$Switch" @kind @network -Wait -Timeout 1m

        $environment | Should -BeOfType BatchTools.ComputeEnvironment
        $environment.Type | Should -Be MANAGED
        $environment.Status | Should -Be VALID
        $environment.ResourceType | Should -Be $Type
        $environment.MaxVcpus | Should -Be 256
        $environment.AllocationStrategy | Should -Be $Strategy
        $environment.InstanceTypes | Should -Be $Instances
        $environment.Raw.computeResources.ec2Configuration.imageType | Should -Be $Image
        if ($Strategy) {
            $environment.MinVcpus | Should -Be 0
            $environment.Raw.computeResources.instanceRole | Should -Be ecsInstanceRole
        }
    }

    It 'creates an unmanaged environment' {
        $environment = New-BatchComputeEnvironment own -Unmanaged -UnmanagedVcpu 12

        $environment.Type | Should -Be UNMANAGED
        $environment.MaxVcpus | Should -Be 12
    }

    It 'takes what is given over what it would choose, and nested members' {
        $environment = New-BatchComputeEnvironment -Name given -Spot @network -MaxVcpu 8 -MinVcpu 1 -InstanceType c7g -AllocationStrategy SPOT_CAPACITY_OPTIMIZED `
            -BidPercentage 60 -InstanceRole other -Tag @{ Team = 'md' } -ComputeResource @{ placementGroup = 'near'; scalingPolicy = @{ minScaleDownDelayMinutes = 30 } }

        $environment.MaxVcpus | Should -Be 8
        $environment.MinVcpus | Should -Be 1
        $environment.InstanceTypes | Should -Be c7g
        $environment.AllocationStrategy | Should -Be SPOT_CAPACITY_OPTIMIZED
        $environment.Tags['Team'] | Should -Be md
        $environment.Raw.computeResources.bidPercentage | Should -Be 60
        $environment.Raw.computeResources.instanceRole | Should -Be other
        $environment.Raw.computeResources.placementGroup | Should -Be near
        $environment.Raw.computeResources.scalingPolicy.minScaleDownDelayMinutes | Should -Be 30
    }

    It 'puts instance types that are piped in into one environment, with the images that they need' {
        $types = [pscustomobject] @{ InstanceType = 'c7i.large'; Vcpu = 2 }, [pscustomobject] @{ InstanceType = 'g5.xlarge'; Vcpu = 4 }, [pscustomobject] @{ InstanceType = 'c7i.large' }

        $environment = $types | New-BatchComputeEnvironment -Name piped -Spot @network

        @($environment).Count | Should -Be 1
        $environment.InstanceTypes | Should -Be c7i.large, g5.xlarge
        $environment.AllocationStrategy | Should -Be SPOT_PRICE_CAPACITY_OPTIMIZED
        $environment.Raw.computeResources.ec2Configuration.imageType | Should -Be ECS_AL2023, ECS_AL2023_NVIDIA
    }

    It 'makes another one like a piped environment' {
        $null = New-BatchComputeEnvironment first -Fargate @network -MaxVcpu 3

        $second = Get-BatchComputeEnvironment first | New-BatchComputeEnvironment -Name second

        $second.ComputeEnvironmentName | Should -Be second
        $second.MaxVcpus | Should -Be 3
    }

    It 'finds subnets and the security group in the default VPC or the given one, and says so' {
        $said = New-BatchComputeEnvironment found -Spot -Verbose 4>&1
        $environment = Get-BatchComputeEnvironment found
        $resources = $environment.Raw.computeResources
        $vpc = [regex]::Match("$said", 'vpc-\w+').Value

        $environment.Subnets.Count | Should -BeGreaterThan 1
        $environment.Subnets | Should -Match '^subnet-'
        $resources.securityGroupIds | Should -Match '^sg-'
        (New-BatchComputeEnvironment same -Fargate -VpcId $vpc).Subnets | Should -Be $environment.Subnets
    }

    It 'says what to pass where there is no such VPC, and creates nothing' {
        New-BatchComputeEnvironment lost -Spot -VpcId vpc-0 -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Match 'vpc-0'
        Get-BatchComputeEnvironment lost -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'refuses two kinds' {
        New-BatchComputeEnvironment both -Spot -Fargate @network -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem[0].FullyQualifiedErrorId | Should -BeLike 'EnvironmentKindTwice,*'
        Get-BatchComputeEnvironment both -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'creates an environment out of a file in AWS''s own shape, and chooses nothing in its place' {
        $file = Join-Path $TestDrive environment.json
        Set-Content $file '{
            // as aws batch create-compute-environment takes it
            "computeEnvironmentName": "from-file", "type": "MANAGED", "state": "DISABLED",
            "computeResources": { "type": "EC2", "maxvCpus": 3, "subnets": ["subnet-1"], "instanceTypes": ["m5"], "instanceRole": "mine", },
        }'

        $environment = Get-Item $file | New-BatchComputeEnvironment

        $environment.Name | Should -Be from-file
        $environment.State | Should -Be DISABLED
        $environment.MaxVcpus | Should -Be 3
        $environment.AllocationStrategy | Should -BeNullOrEmpty
    }

    It 'names the place of an unknown member in a file' {
        $file = Join-Path $TestDrive wrong.json
        Set-Content $file "{`n  ""computeEnvironmentName"": ""wrong"", ""type"": ""MANAGED"",`n  ""computeResource"": { }`n}"

        New-BatchComputeEnvironment -Path $file -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Match 'wrong\.json\(3,3\).*computeResources'
        Get-BatchComputeEnvironment wrong -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'reports a name that exists' {
        New-BatchComputeEnvironment -Name local -ResourceType FARGATE -MaxVcpu 2 @network -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.Count | Should -Be 1
        $problem.CategoryInfo.Category | Should -Be ResourceExists
    }

    It 'creates nothing with -WhatIf' {
        New-BatchComputeEnvironment -Name nothing -Fargate -MaxVcpu 1 -WhatIf

        Get-BatchComputeEnvironment nothing -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'completes what is chosen from' {
        (TabExpansion2 'New-BatchComputeEnvironment -InstanceType o').CompletionMatches.CompletionText | Should -Contain optimal
        (TabExpansion2 'New-BatchComputeEnvironment -AllocationStrategy B').CompletionMatches.CompletionText | Should -Contain BEST_FIT_PROGRESSIVE
        (TabExpansion2 'New-BatchComputeEnvironment -ResourceType F').CompletionMatches.CompletionText | Should -Contain FARGATE
    }
}
