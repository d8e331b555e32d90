BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine

    # The infrastructure of the case, with a policy, changed by replacements of its text, in a file of the test's own.
    function New-TestFile([string] $Name, [hashtable] $Replace = @{}) {
        $text = Get-Content $PSScriptRoot/Cases/infrastructure.batch-processor.json -Raw
        $text = $text -replace '^\{', '{ "schedulingPolicies": [ { "name": "batch-processor-shares", "fairsharePolicy": { "shareDecaySeconds": 600 } } ],'
        $text = $text -replace '"jobQueueName": "batch-processor-low-priority",', '$0 "schedulingPolicyArn": "batch-processor-shares",'
        foreach ($old in $Replace.Keys) {
            $text = $text.Replace($old, $Replace[$old])
        }

        $file = Join-Path $TestDrive $Name
        Set-Content $file $text
        $file
    }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Deploy-BatchResource' {
    It 'builds, changes and removes a whole environment with one command each, as often as wanted' {
        $file = New-TestFile infrastructure.json

        $plan = Deploy-BatchResource $file -WhatIf
        $plan.Count | Should -Be 10
        $plan.Action | Should -Be (@('Create') * 10)
        Get-BatchJobQueue batch-processor-* | Should -BeNullOrEmpty

        $built = Deploy-BatchResource $file
        $built.Action | Should -Be (@('Create') * 10)
        ($built | Group-Object Kind | ForEach-Object { "$($_.Count) $($_.Name)" }) -join ', ' |
            Should -Be '3 compute environment, 3 job definition, 3 job queue, 1 scheduling policy'
        (Get-BatchComputeEnvironment batch-processor-*).Status | Should -Be (@('VALID') * 3)
        (Get-BatchJobQueue batch-processor-high-priority).ComputeEnvironments | Should -Be batch-processor-on-demand, batch-processor-spot
        (Get-BatchJobQueue batch-processor-low-priority).SchedulingPolicyArn | Should -BeLike '*/batch-processor-shares'

        (Deploy-BatchResource $file).Action | Should -Be (@('Leave') * 10)

        $changed = New-TestFile changed.json @{
            '"maxvCpus": 256'          = '"maxvCpus": 512'
            '"priority": 10'           = '"priority": 20'
            '"attemptDurationSeconds": 1800' = '"attemptDurationSeconds": 2400'
            '"shareDecaySeconds": 600' = '"shareDecaySeconds": 900'
        }
        $plan = Deploy-BatchResource $changed -WhatIf
        ($plan | Group-Object Action | Sort-Object { "$($_.Name)" } | ForEach-Object { "$($_.Count) $($_.Name)" }) -join ', ' | Should -Be '4 Change, 6 Leave'
        "$($plan.Differences)" | Should -BeLike '*fairsharePolicy.shareDecaySeconds: 600 → 900*computeResources.maxvCpus: 256 → 512*priority: 10 → 20*timeout.attemptDurationSeconds: 1800 → 2400*'
        (Get-BatchJobQueue batch-processor-high-priority).Priority | Should -Be 10

        @(Deploy-BatchResource $changed | Where-Object Action -EQ Change).Count | Should -Be 4
        (Get-BatchComputeEnvironment batch-processor-spot).MaxVcpus | Should -Be 512
        (Get-BatchJobQueue batch-processor-high-priority).Priority | Should -Be 20
        (Get-BatchJobDefinition batch-processor-fargate-job).Revision | Should -Be 2
        (Deploy-BatchResource $changed).Action | Should -Be (@('Leave') * 10)

        $removed = Remove-BatchResource $changed -Force
        $removed.Count | Should -Be 10
        $removed[0].Kind | Should -Be 'job queue'
        Get-BatchComputeEnvironment batch-processor-* | Should -BeNullOrEmpty
        Get-BatchJobQueue batch-processor-* | Should -BeNullOrEmpty
        Get-BatchJobDefinition batch-processor-* | Should -BeNullOrEmpty
        Remove-BatchResource $changed -Force | Should -BeNullOrEmpty

        (Deploy-BatchResource $file).Action | Should -Be (@('Create') * 10)
        $null = Remove-BatchResource $file -Force
    }

    It 'keeps tags that the file does not know, and sets those that it does' {
        $file = Join-Path $TestDrive tags.json
        Set-Content $file '{ "jobQueues": [ { "jobQueueName": "tagged", "priority": 1, "tags": { "Team": "md" }, "computeEnvironmentOrder": [ { "order": 1, "computeEnvironment": "local" } ] } ] }'
        $null = New-BatchJobQueue -Name tagged -ComputeEnvironment local -Tag @{ Own = 'mine'; Team = 'old' }

        (Deploy-BatchResource $file).Differences | Should -Be 'tags.Team: old → md'

        (Get-BatchJobQueue tagged).Tags['Team'] | Should -Be md
        (Get-BatchJobQueue tagged).Tags['Own'] | Should -Be mine
    }

    It 'says what AWS Batch can not change and what to do, and then changes nothing' {
        $null = New-BatchComputeEnvironment -Name fixed -ResourceType FARGATE -MaxVcpu 1 -Subnet subnet-1 -SecurityGroupId sg-1
        $file = Join-Path $TestDrive fixed.json
        Set-Content $file @'
{
  "jobQueues": [ { "jobQueueName": "unmade", "priority": 1, "computeEnvironmentOrder": [ { "order": 1, "computeEnvironment": "local" } ] } ],
  "computeEnvironments": [ {
    "computeEnvironmentName": "fixed", "type": "MANAGED",
    "computeResources": { "type": "EC2", "maxvCpus": 9, "subnets": ["subnet-1"], "instanceTypes": ["optimal"], "instanceRole": "ecsInstanceRole" }
  } ]
}
'@
        Deploy-BatchResource $file -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

        $problem[0].FullyQualifiedErrorId | Should -BeLike 'ChangeImpossible,*'
        "$problem" | Should -Match 'fixed\.json\(3,28\).*computeResources.type: FARGATE → EC2.*another name'
        Get-BatchJobQueue unmade -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'reports what the service refuses as an error of that item with its place, and goes on with the rest' {
        $file = Join-Path $TestDrive refused.json
        Set-Content $file @'
{
  "computeEnvironments": [
    { "computeEnvironmentName": "refused", "type": "MANAGED", "computeResources": { "type": "FARGATE", "maxvCpus": 1, "subnets": [] } },
    { "computeEnvironmentName": "taken", "type": "MANAGED", "computeResources": { "type": "FARGATE", "maxvCpus": 1, "subnets": ["subnet-1"], "securityGroupIds": ["sg-1"] } }
  ]
}
'@
        $done = Deploy-BatchResource $file -ErrorVariable problem -ErrorAction SilentlyContinue

        $done.Name | Should -Be taken
        @($problem.Where{ $_ -is [System.Management.Automation.ErrorRecord] }).Count | Should -Be 1
        "$($problem[0])" | Should -Match 'refused\.json\(3,5\).*Subnets'
    }

    It 'names unknown members with the right one, and environments that nobody makes' {
        $wrong = Join-Path $TestDrive wrong.json
        Set-Content $wrong '{ "jobQueues": [ { "jobQueueName": "wrong", "prioritty": 1, "priority": 2 } ] }'
        $lost = Join-Path $TestDrive lost.json
        Set-Content $lost '{ "jobQueues": [ { "jobQueueName": "lost", "priority": 2, "computeEnvironmentOrder": [ { "order": 1, "computeEnvironment": "nowhere" } ] } ] }'

        Deploy-BatchResource $wrong, $lost -ErrorVariable problem -ErrorAction SilentlyContinue

        "$($problem[0])" | Should -Match "Did you mean 'priority'"
        "$($problem[1])" | Should -Match 'nowhere'
    }

    It 'takes an older name of a member, with a warning that gives the right one' {
        $file = New-TestFile older.json @{ '"spotIamFleetRole"' = '"spotIamFleetRequestRole"' }

        $null = Deploy-BatchResource $file -WhatIf -WarningVariable warning -WarningAction SilentlyContinue

        "$warning" | Should -Match "'spotIamFleetRequestRole'.*'spotIamFleetRole'"
    }

    It 'takes files from the pipeline and by wildcards, and leaves the jobs of a workload file alone' {
        $folder = Join-Path $TestDrive many
        $null = New-Item $folder -ItemType Directory
        foreach ($name in 'one', 'two') {
            Set-Content (Join-Path $folder "$name.json") "{ ""jobQueues"": [ { ""jobQueueName"": ""many-$name"", ""priority"": 1, ""computeEnvironmentOrder"": [ { ""order"": 1, ""computeEnvironment"": ""local"" } ] } ],
                ""jobs"": [ { ""jobName"": ""never"", ""jobQueue"": ""many-$name"", ""jobDefinition"": ""hello"" } ] }"
        }

        (Get-ChildItem $folder | Deploy-BatchResource).Name | Should -Be many-one, many-two
        (Deploy-BatchResource "$folder/*.json").Action | Should -Be Leave, Leave
        Get-BatchJob -JobQueue many-one | Should -BeNullOrEmpty
    }
}
