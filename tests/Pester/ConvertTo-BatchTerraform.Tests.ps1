BeforeAll {
    Import-Module "$PSScriptRoot/../../BatchTools.psd1"
    $infrastructure = "$PSScriptRoot/Cases/infrastructure.batch-processor.json"
    $file = Join-Path $TestDrive hard.json
    Set-Content $file @'
{
  "schedulingPolicies": [{ "name": "teams", "fairsharePolicy": { "shareDecaySeconds": 600, "shareDistribution": [{ "shareIdentifier": "a*", "weightFactor": 0.5 }] } }],
  "consumableResources": [{ "consumableResourceName": "licences", "totalQuantity": 5 }],
  "computeEnvironments": [{ "computeEnvironmentName": "spot", "type": "MANAGED", "computeResources": { "type": "FARGATE_SPOT", "maxvCpus": 8, "subnets": ["subnet-1", "subnet-2"], "securityGroupIds": ["sg-1"] } }],
  "jobQueues": [
    { "jobQueueName": "1st", "priority": 5, "schedulingPolicyArn": "teams", "tags": { "cost centre": "a\"b" },
      "computeEnvironmentOrder": [{ "order": 1, "computeEnvironment": "spot" }, { "order": 2, "computeEnvironment": "arn:aws:batch:us-east-1:1:compute-environment/other" }] }
  ],
  "jobDefinitions": [{ "jobDefinitionName": "greet", "type": "container", "retryStrategy": { "attempts": 3, "evaluateOnExit": [{ "onExitCode": "1*", "action": "RETRY" }, { "onReason": "*", "action": "EXIT" }] },
    "consumableResourceProperties": { "consumableResourceList": [{ "consumableResource": "licences", "quantity": 1 }] },
    "containerProperties": { "image": "busybox", "command": ["sh", "-c", "echo ${HOME} %{x} $${y}\n\t\\ \u0007"], "vcpus": 1, "memory": 64, "environment": [{ "name": "A", "value": "1" }] } }]
}
'@
}

Describe 'ConvertTo-BatchTerraform' {
    It 'gives each resource, and refers to those that the file makes itself' {
        $text = Get-Item $infrastructure | ConvertTo-BatchTerraform

        ([regex]::Matches($text, '(?m)^resource "aws_batch_compute_environment" ')).Count | Should -Be 3
        ([regex]::Matches($text, '(?m)^resource "aws_batch_job_queue" ')).Count | Should -Be 3
        ([regex]::Matches($text, '(?m)^resource "aws_batch_job_definition" ')).Count | Should -Be 3
        $text | Should -Match 'compute_environment = aws_batch_compute_environment\.batch-processor-spot\.arn'
        $text | Should -Match 'instance_type += \["c5\.large", '
        $text | Should -Match 'container_properties = jsonencode\(\{'
    }

    It 'escapes what Terraform would take for a template, a quote or the end of a line' {
        $text = ConvertTo-BatchTerraform $file -WarningAction SilentlyContinue

        $text | Should -Match ([regex]::Escape('"echo $${HOME} %%{x} $$${y}\n\t\\ \u0007"'))
        $text | Should -Match ([regex]::Escape('"cost centre" = "a\"b"'))
        $text | Should -Match 'resource "aws_batch_job_queue" "_1st"'
        $text | Should -Match 'scheduling_policy_arn = aws_batch_scheduling_policy\.teams\.arn'
        $text | Should -Match 'compute_environment = "arn:aws:batch:us-east-1:1:compute-environment/other"'
        $text | Should -Match '(?s)share_distribution \{\s+share_identifier = "a\*"\s+weight_factor    = 0\.5'
    }

    It 'looks up by name what the provider takes by ARN alone, once' {
        $named = Join-Path $TestDrive named.json
        Set-Content $named '{
            "computeEnvironments": [
                { "computeEnvironmentName": "one", "type": "MANAGED", "serviceRole": "service-role/batch", "computeResources": { "type": "SPOT", "maxvCpus": 4, "instanceTypes": ["optimal"], "subnets": ["subnet-1"], "instanceRole": "ecsInstanceRole", "spotIamFleetRole": "arn:aws:iam::1:role/fleet" } },
                { "computeEnvironmentName": "two", "type": "MANAGED", "computeResources": { "type": "EC2", "maxvCpus": 4, "instanceTypes": ["optimal"], "subnets": ["subnet-1"], "instanceRole": "ecsInstanceRole" } } ],
            "jobQueues": [ { "jobQueueName": "q", "priority": 1, "computeEnvironmentOrder": [ { "order": 1, "computeEnvironment": "one" }, { "order": 2, "computeEnvironment": "there" } ] } ] }'

        $text = ConvertTo-BatchTerraform $named -WarningAction SilentlyContinue

        [regex]::Matches($text, '(?s)data "aws_iam_instance_profile" "ecsInstanceRole" \{\s+name = "ecsInstanceRole"\s+\}').Count | Should -Be 1
        [regex]::Matches($text, 'instance_role\s+= data\.aws_iam_instance_profile\.ecsInstanceRole\.arn').Count | Should -Be 2
        $text | Should -Match '(?s)data "aws_iam_role" "batch" \{\s+name = "batch"'
        $text | Should -Match 'spot_iam_fleet_role = "arn:aws:iam::1:role/fleet"'
        $text | Should -Match 'compute_environment = aws_batch_compute_environment\.one\.arn'
        $text | Should -Match 'compute_environment = data\.aws_batch_compute_environment\.there\.arn'
    }

    It 'leaves out what the provider has no argument for, with a warning and its place' {
        $null = ConvertTo-BatchTerraform $file -WarningVariable warnings -WarningAction SilentlyContinue

        "$warnings" | Should -BeLike "*hard.json(9,*'consumableResourceProperties'*"
        "$warnings" | Should -BeLike "*hard.json(3,*'licences'*"
    }

    It 'is formatted as terraform fmt does' -Skip:(-not (Get-Command terraform -ErrorAction Ignore)) {
        foreach ($source in $infrastructure, $file) {
            $written = Join-Path $TestDrive "$([System.IO.Path]::GetFileNameWithoutExtension($source)).tf"
            ConvertTo-BatchTerraform $source -WarningAction SilentlyContinue | Set-Content $written -NoNewline
            $difference = & terraform fmt -check -diff $written 2>$null

            "$LASTEXITCODE $difference" | Should -Be '0 '
        }
    }

    It 'gives nothing for a file without resources, and an error for one that is wrong' {
        $jobs = Join-Path $TestDrive jobs.json
        Set-Content $jobs '{ "jobs": [ { "jobName": "one", "jobQueue": "local", "jobDefinition": "hello" } ] }'
        ConvertTo-BatchTerraform $jobs | Should -BeNullOrEmpty

        Set-Content $jobs '{ "jobQueue": [] }'
        { ConvertTo-BatchTerraform $jobs -ErrorAction Stop } | Should -Throw "*jobs.json(1,3)*'jobQueues'*"
    }
}
