BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine

    # A file with an environment and a queue on it, both of one name, which exist.
    function New-TestFile([string] $Name) {
        $file = Join-Path $TestDrive "$Name.json"
        Set-Content $file @"
{
  "computeEnvironments": [ {
    "computeEnvironmentName": "$Name", "type": "MANAGED",
    "computeResources": { "type": "EC2", "maxvCpus": 1, "instanceTypes": ["optimal"], "instanceRole": "ecsInstanceRole", "subnets": ["subnet-1"] }
  } ],
  "jobQueues": [ { "jobQueueName": "$Name", "priority": 1, "computeEnvironmentOrder": [ { "order": 1, "computeEnvironment": "$Name" } ] } ]
}
"@
        $null = Deploy-BatchResource $file
        $file
    }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Remove-BatchResource' {
    It 'removes queues before their environments' {
        $done = New-TestFile order | Remove-BatchResource -Confirm:$false

        $done.Kind | Should -Be 'job queue', 'compute environment'
        $done.Action | Should -Be Remove, Remove
        Get-BatchJobQueue order* | Should -BeNullOrEmpty
        Get-BatchComputeEnvironment order* | Should -BeNullOrEmpty
    }

    It 'lists what it would remove with -WhatIf, and removes nothing' {
        (Remove-BatchResource (New-TestFile dry) -Force -WhatIf).Kind | Should -Be 'job queue', 'compute environment'

        (Get-BatchJobQueue dry).State | Should -Be ENABLED
    }

    It 'asks where jobs would end, naming them, and can not where nobody is there' {
        $file = New-TestFile busy
        $null = Submit-BatchJob -JobName long -JobQueue busy -JobDefinition hello -Command sleep, 60

        Remove-BatchResource $file -Confirm:$false -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

        "$problem" | Should -Match 'job queue busy, whose unfinished jobs \(1 \w+\) end as FAILED'
        (Get-BatchJobQueue busy).State | Should -Be ENABLED
        (Remove-BatchResource $file -Force).Count | Should -Be 2
    }

    It 'takes an environment out of queues that are not in the file after a yes' {
        $file = New-TestFile shared
        $null = New-BatchComputeEnvironment -Name spare -ResourceType EC2 -MaxVcpu 1 -InstanceType optimal -InstanceRole ecsInstanceRole -Subnet subnet-1
        $null = New-BatchJobQueue -Name outside -ComputeEnvironment shared, spare

        Remove-BatchResource $file -Confirm:$false -ErrorVariable problem -ErrorAction SilentlyContinue
        "$problem" | Should -Match "compute environment shared, which is taken out of the job queue 'outside'"

        $null = Remove-BatchResource $file -Force
        (Get-BatchJobQueue outside).ComputeEnvironments | Should -Be spare
    }

    It 'removes nothing where a queue that is not in the file would be left without an environment' {
        $file = New-TestFile needed
        $null = New-BatchJobQueue -Name lone -ComputeEnvironment needed

        Remove-BatchResource $file -Force -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem[0].FullyQualifiedErrorId | Should -BeLike 'EnvironmentIsOnlyOne,*'
        (Get-BatchJobQueue needed).State | Should -Be ENABLED
    }

    It 'reports a file that is missing' {
        Remove-BatchResource (Join-Path $TestDrive none.json) -Force -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem[0].FullyQualifiedErrorId | Should -BeLike 'FileNotFound,*'
    }
}
