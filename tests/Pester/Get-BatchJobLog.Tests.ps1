BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $job = Submit-TestJob talks 'echo one; echo two; echo three' | Wait-BatchJob -Timeout 1m
    $retried = Submit-TestJob retried 'echo attempt $AWS_BATCH_JOB_ATTEMPT; exit 1' -With @{ Attempt = 2 } | Wait-BatchJob -Timeout 1m
    $array = Submit-TestJob array 'echo child $AWS_BATCH_JOB_ARRAY_INDEX' -With @{ ArraySize = 2 } | Wait-BatchJob -Timeout 1m
}

AfterAll {
    Stop-TestEngine
}

Describe 'Get-BatchJobLog' {
    It 'gives the lines in order' {
        $lines = $job | Get-BatchJobLog

        $lines.Message | Should -Be one, two, three
        $lines[0] | Should -BeOfType BatchTools.JobLogEvent
        $lines[0].JobName | Should -Be talks
        $lines[0].Timestamp.Kind | Should -Be Local
        $lines[0].Connection | Should -Be $connection
    }

    It 'gives the last lines with -Tail' {
        ($job.JobId | Get-BatchJobLog -Tail 2).Message | Should -Be two, three
    }

    It 'gives each attempt, or one' {
        ($retried | Get-BatchJobLog).Message | Should -Be 'attempt 1', 'attempt 2'
        ($retried | Get-BatchJobLog -Attempt -1).Message | Should -Be 'attempt 2'
        ($retried | Get-BatchJobLog -Attempt 1).Message | Should -Be 'attempt 1'
    }

    It 'gives the logs of an array job''s children' {
        ($array | Get-BatchJobLog).Message | Sort-Object | Should -Be 'child 0', 'child 1'
    }

    It 'goes on until the job has finished with -Follow' {
        $slow = Submit-TestJob slow 'echo early; sleep 0.5; echo late'

        ($slow | Get-BatchJobLog -Follow).Message | Should -Be early, late
    }

    It 'looks like a log' {
        $text = $job | Get-BatchJobLog | Out-String

        $text | Should -Match 'talks'
        $text | Should -Match '\d\d:\d\d:\d\d\.\d{3} one'
    }

    It 'warns when a job has not logged anything' {
        $first = Submit-TestJob first 'sleep 30'
        $silent = Submit-TestJob silent -With @{ DependsOn = $first }
        try {
            $silent | Get-BatchJobLog -WarningVariable warning -WarningAction SilentlyContinue | Should -BeNullOrEmpty

            "$warning" | Should -Match $silent.JobId
        }
        finally {
            $null = $silent, $first | Stop-BatchJob
        }
    }
}
