BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $null = New-BatchSchedulingPolicy -Name teams -Share @{ research = 1 }
    $null = New-BatchComputeEnvironment -Name small -ResourceType FARGATE -MaxVcpu 2 -Subnet subnet-1 -SecurityGroupId sg-1 -Tag @{ Team = 'a' }
    $null = New-BatchJobQueue -Name shared -ComputeEnvironment small -SchedulingPolicy teams -Priority 7
    $null = Register-BatchJobDefinition -Name shell -Image busybox -Command sh, -c, 'echo ${HOME} "\${env:HOME}" Ref::what' -Memory 64 -Parameter @{ what = 'nothing' } -Attempt 2
    $source = Join-Path $TestDrive source.json
    Set-Content $source @'
{
  "jobs": [
    { "jobName": "first", "jobQueue": "local", "jobDefinition": "shell", "parameters": { "what": "one" } },
    { "jobName": "second", "jobQueue": "local", "jobDefinition": "shell", "dependsOn": [{ "jobId": "${first}" }],
      "arrayProperties": { "size": 2 }, "tags": { "Kind": "x" }, "containerOverrides": { "environment": [{ "name": "A", "value": "1" }] } }
  ],
  "sweeps": [{ "name": "grid", "axes": { "what": ["p", "q"] }, "jobName": "grid-{what}", "jobQueue": "local", "jobDefinition": "shell", "dependsOn": [{ "jobId": "${second}" }] }]
}
'@
    $null = Invoke-BatchWorkload $source -Workload ran -Timeout 1m
}

AfterAll {
    Stop-TestEngine
}

Describe 'Export-BatchWorkload' {
    It 'writes everything, in a file that changes nothing where it came from and makes it elsewhere' {
        $file = Join-Path $TestDrive new/all.json
        Export-BatchWorkload $file

        (Deploy-BatchResource $file -WhatIf).Action | Select-Object -Unique | Should -Be Leave
        $elsewhere = Connect-Batch -Local -DataDirectory (Join-Path $TestDrive elsewhere)
        try {
            (Deploy-BatchResource $file -Connection $elsewhere | Where-Object Action -EQ Create).Name | Sort-Object | Should -Be hello, shared, shell, small, teams
            (Get-BatchJobQueue shared -Connection $elsewhere).ComputeEnvironments | Should -Be small
            (Get-BatchComputeEnvironment small -Connection $elsewhere).Tags.Team | Should -Be a
            (Get-BatchJobDefinition shell -Connection $elsewhere).Command[2] | Should -Be 'echo ${HOME} "\${env:HOME}" Ref::what'
        }
        finally {
            Disconnect-Batch -Confirm:$false
            $null = Connect-Batch -Local -DataDirectory (Join-Path $folder data)
        }
    }

    It 'writes what is named, and what a queue needs' {
        $content = Get-BatchJobQueue shared | Export-BatchWorkload (Join-Path $TestDrive named.json) -JobDefinition hel* -PassThru | Import-BatchWorkload

        $content.JobQueues.Name, $content.ComputeEnvironments.Name, $content.SchedulingPolicies.Name, $content.JobDefinitions.Name | Should -Be shared, small, teams, hello
        $content.JobQueues[0].Request.computeEnvironmentOrder[0].computeEnvironment | Should -Be small
    }

    It 'writes what a workload ran, so that it runs again' {
        $content = Export-BatchWorkload (Join-Path $TestDrive ran.json) -Workload ran -PassThru | Import-BatchWorkload

        $content.Name | Should -Be ran
        $content.Jobs.JobName | Sort-Object | Should -Be first, grid-p, grid-q, second
        $content.Jobs[1].DependsOn | Should -Be '${first}'
        $content.Jobs[2].DependsOn, $content.Jobs[3].DependsOn | Should -Be '${second}', '${second}'
        $content.Jobs[0].Overrides.Keys | Should -Not -Contain retryStrategy
        $again = Invoke-BatchWorkload (Join-Path $TestDrive ran.json) -Workload again -Timeout 1m
        $again.Status | Select-Object -Unique | Should -Be SUCCEEDED
        ($again | Where-Object JobName -EQ second).ArraySize | Should -Be 2
        ($again | Where-Object JobName -EQ second).Tags.Kind | Should -Be x
        (Get-BatchJobLog -Workload again).Message.ForEach{ ($_ -split ' ')[-1] } | Sort-Object | Should -Be nothing, nothing, one, p, q
    }

    It 'keeps a file with -NoClobber, and writes nothing with -WhatIf' {
        $file = Join-Path $TestDrive kept.json
        Export-BatchWorkload $file -WhatIf
        $file | Should -Not -Exist
        Set-Content $file kept

        { Export-BatchWorkload $file -NoClobber -ErrorAction Stop } | Should -Throw "*exists already*"
        Get-Content $file | Should -Be kept
    }

    It 'refuses another kind of file, a workload that is not there, and tells a name that is not there' {
        { Export-BatchWorkload (Join-Path $TestDrive all.yaml) -ErrorAction Stop } | Should -Throw '*.json*'
        { Export-BatchWorkload (Join-Path $TestDrive none.json) -Workload none -ErrorAction Stop } | Should -Throw "*'none'*"
        Export-BatchWorkload (Join-Path $TestDrive none.json) -JobQueue nowhere -ErrorVariable problems -ErrorAction SilentlyContinue
        "$problems" | Should -BeLike "*'nowhere'*"
    }
}
