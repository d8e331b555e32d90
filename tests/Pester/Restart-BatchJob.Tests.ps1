BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $flag = Join-Path $folder 'mended'
}

AfterAll {
    Stop-TestEngine
}

Describe 'Restart-BatchJob' {
    BeforeEach {
        Remove-Item $flag -ErrorAction Ignore
    }

    It 'submits a failed job again as it was' {
        $null = Register-BatchJobDefinition -Name ref -Image busybox -Command sh, -c, "echo Ref::word `$MOOD; test -e '$flag'" -Memory 64 -Parameter @{ word = 'none' } -Environment @{ MOOD = 'dull'; HUE = 'red' }
        $old = Submit-BatchJob -JobName once -JobQueue local -JobDefinition ref -Parameter @{ word = 'hello' } -Environment @{ MOOD = 'gay' } -Memory 128 -Attempt 2 -Tag @{ team = 'blue' } -Workload r1 | Wait-BatchJob -Timeout 1m
        $null = New-Item $flag

        $new = $old | Restart-BatchJob | Wait-BatchJob -Timeout 1m

        $new.Status | Should -Be SUCCEEDED
        $new.JobId | Should -Not -Be $old.JobId
        $new.JobName | Should -Be once
        $new.Memory | Should -Be 128
        $new.Workload | Should -Be r1
        $new.Tags['team'] | Should -Be blue
        $new.Tags['batchtools:restart-of'] | Should -Be $old.JobId
        $new.Raw.retryStrategy.attempts | Should -Be 2
        ($new | Get-BatchJobLog).Message | Should -Be 'hello gay'
    }

    It 'runs only the children that failed, each with its old index' {
        $old = Submit-TestJob array "echo i=`$AWS_BATCH_JOB_ARRAY_INDEX; test -e '$flag' || case `$AWS_BATCH_JOB_ARRAY_INDEX in 1|4|5) exit 1;; esac" -With @{ ArraySize = 7 } | Wait-BatchJob -Timeout 1m
        $null = New-Item $flag

        $new = $old | Restart-BatchJob | Wait-BatchJob -Timeout 1m

        $new.ArraySize | Should -Be 3
        $new.Status | Should -Be SUCCEEDED
        $children = $new | Get-BatchJob -Child
        $children.OriginalArrayIndex | Should -Be 1, 4, 5
        ($children | Get-BatchJobLog).Message | Sort-Object | Should -Be 'i=1', 'i=4', 'i=5'
    }

    It 'restarts what failed again of a restarted array, down to a single job' {
        $old = Submit-TestJob again "echo i=`$AWS_BATCH_JOB_ARRAY_INDEX; case `$AWS_BATCH_JOB_ARRAY_INDEX in 3) test -e '$flag';; 1) test -e '$flag.1';; esac" -With @{ ArraySize = 5 } | Wait-BatchJob -Timeout 1m
        $null = New-Item "$flag.1"
        $second = $old | Restart-BatchJob | Wait-BatchJob -Timeout 1m
        $null = New-Item $flag

        $third = $second | Restart-BatchJob | Wait-BatchJob -Timeout 1m

        $second.ArraySize | Should -Be 2
        $third.ArraySize | Should -BeNullOrEmpty
        $third.Status | Should -Be SUCCEEDED
        ($third | Get-BatchJobLog).Message | Should -Be 'i=3'
    }

    It 'restarts a workload once, in the order of its dependencies' {
        $first = Submit-TestJob first "test -e '$flag'" -With @{ Workload = 'chain' }
        $second = Submit-TestJob second 'true' -With @{ Workload = 'chain'; DependsOn = $first }
        $null = $first, $second | Wait-BatchJob -Timeout 1m
        $null = New-Item $flag

        $new = Restart-BatchJob -Workload chain

        $new.JobName | Should -Be first, second
        ($new | Wait-BatchJob -Timeout 1m).Status | Should -Be SUCCEEDED, SUCCEEDED
        $new[1].DependsOn | Should -Be $new[0].JobId
        Restart-BatchJob -Workload chain | Should -BeNullOrEmpty
    }

    It 'restarts by class, with more memory' {
        $bad = (Submit-TestJob bad 'exit 3'), (Submit-TestJob long 'sleep 60' | Wait-BatchJob -Until RUNNING | Stop-BatchJob) | Wait-BatchJob -Timeout 1m

        $new = $bad | Restart-BatchJob -FailureClass Application -MemoryFactor 1.5

        $new.JobName | Should -Be bad
        $new.Memory | Should -Be 96
    }

    It 'leaves alone what did not fail' {
        $good = Submit-TestJob good | Wait-BatchJob -Timeout 1m

        $good | Restart-BatchJob | Should -BeNullOrEmpty
    }

    It 'says which job of a chain it cannot run without' {
        $first = Submit-TestJob first 'exit 1'
        $second = Submit-TestJob second 'true' -With @{ DependsOn = $first }
        $null = $first, $second | Wait-BatchJob -Timeout 1m

        $second | Restart-BatchJob -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

        $problem.FullyQualifiedErrorId | Should -Be 'RestartNeedsOther,BatchTools.PowerShell.Commands.RestartBatchJobCommand'
    }

    It 'sends a child to its array' {
        $array = Submit-TestJob array 'exit 1' -With @{ ArraySize = 2 } | Wait-BatchJob -Timeout 1m

        Restart-BatchJob "$($array.JobId):0" -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'RestartOfPart,*'
    }

    It 'submits nothing with -WhatIf' {
        $bad = Submit-TestJob whatif 'exit 1' | Wait-BatchJob -Timeout 1m

        $bad | Restart-BatchJob -WhatIf | Should -BeNullOrEmpty

        @(Get-BatchJob -JobName whatif).Count | Should -Be 1
    }
}
