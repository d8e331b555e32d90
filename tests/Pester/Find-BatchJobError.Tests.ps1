BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    # Children 0 to 4 and 7 die of one thing, 5 of another, 6 not at all.
    $array = Submit-TestJob sweep @'
i=$AWS_BATCH_JOB_ARRAY_INDEX
echo "step $RANDOM"
case $i in
5) echo "Segmentation fault (core dumped)"; exit 139;;
6) echo fine;;
*) echo "2026-01-02 03:04:0$i reading /data/run.csv"; echo "ValueError: pressure $i.5 is out of range in row 10$i"; exit 1;;
esac
'@ -With @{ ArraySize = 8; Workload = 'md' } | Wait-BatchJob -Timeout 1m
    $silent = Submit-TestJob silent 'exit 3' | Wait-BatchJob -Timeout 1m
}

AfterAll {
    Stop-TestEngine
}

Describe 'Find-BatchJobError' {
    It 'groups failed jobs by the likeness of their last lines, the largest group first' {
        $groups = $array | Find-BatchJobError

        $groups | Should -HaveCount 2
        $groups[0] | Should -BeOfType BatchTools.JobErrorGroup
        $groups | ForEach-Object Count | Should -Be 6, 1
        $groups.Indices | Should -Be '0-4,7', '5'
        $groups[0].Message | Should -BeLike 'ValueError: pressure *'
        $groups[1].Message | Should -Be 'Segmentation fault (core dumped)'
        $groups[1].ExitCodes | Should -Be 139
    }

    It 'gives the jobs, for what comes next' {
        $group = ($array | Find-BatchJobError)[1]

        $group.Jobs.JobId | Should -Be "$($array.JobId):5"
        ($group.Jobs | Get-BatchJobLog -Tail 1).Message | Should -Be 'Segmentation fault (core dumped)'
    }

    It 'takes the name of a workload' {
        Find-BatchJobError -Workload md | ForEach-Object Count | Should -Be 6, 1
    }

    It 'groups a job that logged nothing by its reason' {
        $group = $silent | Find-BatchJobError

        $group.Sample | Should -BeNullOrEmpty
        $group.Message | Should -Be $silent.StatusReason
        $group.Indices | Should -Be silent
    }

    It 'says nothing of jobs that did not fail' {
        Submit-TestJob good | Wait-BatchJob -Timeout 1m | Find-BatchJobError | Should -BeNullOrEmpty
    }

    It 'reports a job that does not exist and goes on' {
        $groups = 'nothing', $silent.JobId | Find-BatchJobError -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -Be 'JobLogExpired,BatchTools.PowerShell.Commands.FindBatchJobErrorCommand'
        $groups | Should -HaveCount 1
    }

    It 'reads as a table' {
        $text = $array | Find-BatchJobError | Out-String -Width 120

        $text | Should -Match 'Count\s+Exit\s+Jobs\s+Message'
        $text | Should -Match '6\s+1\s+0-4,7\s+ValueError'
    }
}
