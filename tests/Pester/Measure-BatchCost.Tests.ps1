BeforeAll {
    . "$PSScriptRoot/TestEngine.ps1"
    Start-TestEngine
    $null = New-BatchComputeEnvironment fargate -ResourceType FARGATE -MaxVcpu 16 -Subnet subnet-1 -SecurityGroupId sg-1
    $null = New-BatchJobQueue cheap -ComputeEnvironment fargate -Priority 1
    $null = Register-BatchJobDefinition -Name task -Image busybox -Command true -Vcpu 1 -Memory 2GB -PlatformCapability FARGATE -ExecutionRoleArn arn:aws:iam::123456789012:role/x
    $script:aMinute = (0.04048 + 2 * 0.004445) / 60
    $script:jobs = New-BatchSweep @{ n = 1, 2 } -JobName 'ok-{n}' | Submit-BatchJob -JobQueue cheap -JobDefinition task -Workload paid | Wait-BatchJob -Timeout 1m
    $script:failed = Submit-BatchJob -JobName bad -JobQueue cheap -JobDefinition task -Workload paid -Command false -Attempt 2 | Wait-BatchJob -Timeout 1m
    $script:array = Submit-BatchJob -JobName shards -JobQueue local -JobDefinition hello -Command sleep, 0.05 -ArraySize 3 -Workload other | Wait-BatchJob -Timeout 1m
}

AfterAll {
    Stop-TestEngine
}

Describe 'Measure-BatchCost' {
    It 'adds up a workload with the part that failed attempts wasted' {
        $cost = Measure-BatchCost paid

        $cost.Name, $cost.JobCount, $cost.AttemptCount | Should -Be paid, 3, 4
        [double]$cost.Cost.High | Should -BeGreaterOrEqual (4 * $aMinute - 1e-9)
        $cost.Cost.Low | Should -Be $cost.Cost.High
        $cost.WasteShare | Should -Be 0.5
        $cost.Currency, $cost.IsCharged | Should -Be USD, $false
        $cost.PriceDate.Year | Should -Be 2025
        $cost.Missing | Should -BeNullOrEmpty
    }

    It 'tells the cost of each job by attempt' {
        $cost = @($jobs) + $failed | Measure-BatchCost -By Job

        $cost.JobId | Should -Be (@($jobs) + $failed).JobId
        $cost[-1].Attempts.IsWasted | Should -Be $true, $true
        $cost[0].Attempts.IsWasted | Should -Be $false
        [double]$cost[0].Attempts[0].Cost.Low | Should -BeGreaterOrEqual ($aMinute - 1e-9)
    }

    It 'counts the children of an array, each job once' {
        $cost = $array, $array, $jobs[0] | ForEach-Object { $_ } | Measure-BatchCost -By JobQueue

        $cost.Name | Should -Be local, cheap
        $cost.JobCount | Should -Be 3, 1
        $cost[0].Cost.High | Should -BeGreaterThan 0
    }

    It 'takes workloads by name and as objects, and says which there is none of' {
        (Get-BatchWorkload paid, other | Measure-BatchCost).Name | Sort-Object | Should -Be other, paid
        (Measure-BatchWorkload paid | Measure-BatchCost).Name | Should -Be paid
        Measure-BatchCost nope -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -BeLike 'WorkloadNotFound*'
    }

    It 'says in its table that local jobs cost nothing, and cuts no cost at a width of <_>' -ForEach 80, 120 {
        $lines = Measure-BatchCost paid, other | Out-String -Width $_ -Stream

        $lines[1] | Should -BeLike 'Name * Jobs Cost on AWS *Charged *Wasted *Attempts *RunTime*'
        $lines -like 'paid *' | Should -Match '^paid +3 \$0\.00\d\d? +no +50 %'
        $lines -like 'other *' | Should -Match '^other +3 .*\$0\.\d+ +no'
    }
}
