BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine

    # A new environment of up to 4 vCPUs.
    function New-TestEnvironment([string] $Name) {
        New-BatchComputeEnvironment -Name $Name -ResourceType EC2 -MaxVcpu 4 -InstanceType optimal -InstanceRole ecsInstanceRole -Subnet subnet-1
    }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Set-BatchComputeEnvironment' {
    It 'takes an object, a name, an ARN and a property' {
        $made = 1..5 | ForEach-Object { New-TestEnvironment "a$_" }

        $made[0] | Set-BatchComputeEnvironment -MaxVcpu 8
        Set-BatchComputeEnvironment a2 -MaxVcpu 8
        Set-BatchComputeEnvironment $made[2].ComputeEnvironmentArn -MaxVcpu 8 -Wait -Timeout 1m
        [pscustomobject] @{ ComputeEnvironmentName = 'a4' } | Set-BatchComputeEnvironment -MaxVcpu 8
        Get-BatchComputeEnvironment a5 | Set-BatchComputeEnvironment -MaxVcpu 8

        (Get-BatchComputeEnvironment a?).MaxVcpus | Should -Be (@(8) * 5)
    }

    It 'changes what is given, flat or nested, and leaves the rest' {
        $null = New-TestEnvironment parts

        Set-BatchComputeEnvironment parts -DesiredVcpu 2 -InstanceType c7g -UpdatePolicy @{ terminateJobsOnUpdate = $true } -ComputeResource @{
            launchTemplate = @{ launchTemplateName = 'gpu'; version = '$Latest' }; desiredvCpus = 1
        }

        $environment = Get-BatchComputeEnvironment parts
        $environment.DesiredVcpus | Should -Be 2
        $environment.InstanceTypes | Should -Be c7g
        $environment.MaxVcpus | Should -Be 4
        $environment.Raw.computeResources.launchTemplate.launchTemplateName | Should -Be gpu
        $environment.Raw.updatePolicy.terminateJobsOnUpdate | Should -BeTrue
    }

    It 'names the nearest right name of an unknown member' {
        $null = New-TestEnvironment wrong

        Set-BatchComputeEnvironment wrong -ComputeResource @{ maxVcpu = 5 } -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Match "Did you mean 'maxvCpus'"
        (Get-BatchComputeEnvironment wrong).MaxVcpus | Should -Be 4
    }

    It 'calls nothing where nothing changes, and says so' {
        $null = New-TestEnvironment same

        $said = Set-BatchComputeEnvironment same -MaxVcpu 4 -InstanceRole ecsInstanceRole -Verbose 4>&1

        "$said" | Should -Match 'is so already'
    }

    It 'shows old and new values with -WhatIf, and changes nothing' {
        $said = pwsh -NoProfile -Command @"
            Import-Module '$root/BatchTools.psd1'
            `$null = Connect-Batch -Local -DataDirectory '$(Join-Path $TestDrive other)'
            `$null = New-BatchComputeEnvironment -Name small -ResourceType FARGATE -MaxVcpu 4 -Subnet subnet-1 -SecurityGroupId sg-1
            Get-BatchComputeEnvironment small | Set-BatchComputeEnvironment -MaxVcpu 9 -WhatIf
            (Get-BatchComputeEnvironment small).MaxVcpus
"@

        $said -join "`n" | Should -Match '(?s)Change the compute environment.*"small".*computeResources.maxvCpus: 4 → 9\n4'
    }

    It 'writes nothing at the end of a pipeline, and what it changed with -PassThru or to the next command' {
        $null = New-TestEnvironment quiet

        $written = Set-BatchComputeEnvironment quiet -MaxVcpu 5
        $written | Should -BeNullOrEmpty
        $written = Set-BatchComputeEnvironment quiet -MaxVcpu 6 -PassThru
        $written.MaxVcpus | Should -Be 6
        @(Set-BatchComputeEnvironment quiet -MaxVcpu 7 | ForEach-Object { $_ }).MaxVcpus | Should -Be 7
    }

    It 'reports each name of nothing and each refusal, and goes on with the rest' {
        $null = New-TestEnvironment rest

        Set-BatchComputeEnvironment nope, rest, none -MaxVcpu 9 -ErrorVariable problems -ErrorAction SilentlyContinue
        Set-BatchComputeEnvironment rest -DesiredVcpu 99 -ErrorVariable refusal -ErrorAction SilentlyContinue

        @($problems).TargetObject | Should -Be nope, none
        "$refusal" | Should -Match '99'
        (Get-BatchComputeEnvironment rest).MaxVcpus | Should -Be 9
    }

    It 'sets the vCPUs of environments out of files as AWS CLI takes them, which can then be disabled and removed' {
        $warnings = $null
        $made = New-BatchComputeEnvironment -Path $PSScriptRoot/Cases/compute-environment.*.json -WarningVariable warnings -WarningAction SilentlyContinue

        $made.ComputeEnvironmentName | Should -Be batch-compute-env, batch-fargate-env
        $warnings -join "`n" | Should -Match 'spotIamFleetRole'
        $warnings -join "`n" | Should -Match 'bidPercentage.*does not apply to the type EC2'
        $warnings -join "`n" | Should -Match 'tags.*does not apply to the type FARGATE'
        Set-BatchComputeEnvironment batch-compute-env -DesiredVcpu 20 -Wait
        (Get-BatchComputeEnvironment batch-compute-env).DesiredVcpus | Should -Be 20
        Get-BatchComputeEnvironment batch-* | Disable-BatchComputeEnvironment | Remove-BatchComputeEnvironment -Force -Wait
        Get-BatchComputeEnvironment batch-* | Should -BeNullOrEmpty
    }

    It 'completes environments' {
        (TabExpansion2 'Set-BatchComputeEnvironment loc').CompletionMatches.CompletionText | Should -Contain local
    }
}
