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

    It 'takes All and Last for attempts, and refuses what is none' {
        ($retried | Get-BatchJobLog -Attempt Last).Message | Should -Be 'attempt 2'
        ($retried | Get-BatchJobLog -Attempt All).Message | Should -Be 'attempt 1', 'attempt 2'
        { $retried | Get-BatchJobLog -Attempt First } | Should -Throw '*First*All*Last*'
        $retried | Get-BatchJobLog -Attempt 3 -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem.FullyQualifiedErrorId | Should -Be 'AttemptNotFound,BatchTools.PowerShell.Commands.GetBatchJobLogCommand'
    }

    It 'gives the first lines with -Head, and refuses both ends at once' {
        ($job | Get-BatchJobLog -Head 2).Message | Should -Be one, two
        { $job | Get-BatchJobLog -Head 2 -Tail 2 } | Should -Throw '*Head*Tail*'
    }

    It 'gives the lines that match, looked for here or by the service' {
        ($job | Get-BatchJobLog -Pattern 'T[wh]').Message | Should -Be two, three
        ($job | Get-BatchJobLog -Filter 'two').Message | Should -Be two
        ($job | Get-BatchJobLog -Filter 'Two').Message | Should -BeNullOrEmpty
        { $job | Get-BatchJobLog -Pattern '(' } | Should -Throw '*regular expression*'
    }

    It 'gives the lines of a time' {
        $time = ($job | Get-BatchJobLog)[0].Timestamp

        $job | Get-BatchJobLog -Since $time | Should -HaveCount 3
        $job | Get-BatchJobLog -Until $time | Should -BeNullOrEmpty
        $job | Get-BatchJobLog -Since $time -Until $time.AddMinutes(1) -Filter three | Should -HaveCount 1
    }

    It 'gives text with -Raw' {
        $lines = $job | Get-BatchJobLog -Raw

        $lines | Should -Be one, two, three
        $lines[0] | Should -BeOfType string
    }

    It 'stops when nobody wants more' {
        $job | Get-BatchJobLog | Select-Object -First 2 | Should -HaveCount 2
    }

    It 'takes children, summaries and workloads' {
        ("$($array.JobId):1" | Get-BatchJobLog).Message | Should -Be 'child 1'
        ($array | Measure-BatchWorkload | Get-BatchJobLog).Message | Sort-Object | Should -Be 'child 0', 'child 1'
        ($job | Get-BatchJobLog | Select-Object -First 1 | Get-BatchJobLog).Message | Should -Be one, two, three
    }

    It 'reads the containers of a task, all or those of a name' {
        $containers = foreach ($name in 'main', 'side') {
            @{
                name = $name; image = 'busybox'; essential = $name -eq 'main'; command = 'sh', '-c', "echo from $name"
                resourceRequirements = @(@{ type = 'VCPU'; value = '1' }, @{ type = 'MEMORY'; value = '64' })
            }
        }
        # The end of an essential container ends the others.
        $containers[0].dependsOn = @(@{ containerName = 'side'; condition = 'COMPLETE' })
        $null = @{ jobDefinitionName = 'two'; type = 'container'; ecsProperties = @{ taskProperties = @(@{ containers = $containers }) } } | Register-BatchJobDefinition
        $task = Submit-BatchJob -JobName two -JobQueue local -JobDefinition two | Wait-BatchJob -Timeout 1m

        $lines = $task | Get-BatchJobLog

        $lines.Message | Sort-Object | Should -Be 'from main', 'from side'
        $lines.Container | Sort-Object | Should -Be main, side
        ($task | Get-BatchJobLog -Container s*).Message | Should -Be 'from side'
        $task | Get-BatchJobLog -Container other -ErrorVariable problem -ErrorAction SilentlyContinue
        "$problem" | Should -BeLike '*other*main, side*'
    }

    It 'follows many jobs and children: every line once, in order, in less than a second, until all have ended' {
        $command = 'for i in 1 2 3 4 5 6; do echo $AWS_BATCH_JOB_ID $i $(date +%s%3N); sleep 0.2; done'
        $seen = [System.Collections.Generic.List[object]]::new()

        $(Submit-TestJob single $command; Submit-TestJob many $command @{ ArraySize = 3 }) | Get-BatchJobLog -Follow | ForEach-Object {
            $seen.Add([pscustomobject]@{ Id = $_.JobId; Words = $_.Message.Split(' '); At = [DateTimeOffset]::Now.ToUnixTimeMilliseconds() })
        }

        $seen | Should -HaveCount 24
        foreach ($stream in $seen | Group-Object Id) {
            $stream.Group | ForEach-Object { $_.Words[0] } | Should -Be (@($stream.Name) * 6)
            $stream.Group | ForEach-Object { $_.Words[1] } | Should -Be (1..6)
        }

        # One line in twenty may be held up by a machine that is busy with other tests.
        @($seen | Where-Object { $_.At - $_.Words[2] -gt 1000 }).Count | Should -BeLessOrEqual 1
        Get-BatchJob -Status RUNNING | Should -BeNullOrEmpty
    }

    It 'marks followed lines with name, index and attempt, in plain text without colours' {
        $text = $array | Get-BatchJobLog -Follow | Out-String

        $text | Should -Match '\[array:0#1\] child 0'
        $text | Should -Match '\[array:1#1\] child 1'
        $text | Should -Not -Match "`e"
    }

    It 'shows control characters instead of obeying them, but not with -Raw' {
        $wild = Submit-TestJob wild 'printf "\033[31mred\033[0m \033[2J\033]0;title\007 10%%\r20%%\n"' | Wait-BatchJob -Timeout 1m

        $text = $wild | Get-BatchJobLog | Out-String
        $text | Should -Match ([regex]::Escape('red ^[[2J^[]0;title^G 10%^M20%'))
        $text | Should -Not -Match "[`e`a]"
        $wild | Get-BatchJobLog -Raw | Should -Be "`e[31mred`e[0m `e[2J`e]0;title`a 10%`r20%"
        $wild | Get-BatchJobLog | Format-List | Out-String | Should -Not -Match "[`e`a]"
        $wild | Get-BatchJobLog -Query 'fields @message' | ForEach-Object message | Should -Be 'red ^[[2J^[]0;title^G 10%^M20%'
        $wild | Get-BatchJobLog -Query 'fields @message' -Raw | ForEach-Object message | Should -Match "`e"
        [BatchTools.PowerShell.Views.ViewText]::LogLine(($wild | Get-BatchJobLog), $true) | Should -BeLike "*`e``[31mred`e``[0m ^``[``[2J*`e``[0m"
    }

    It 'searches the logs of jobs by a query, and tells what it scanned' {
        $rows = $array, $retried | Get-BatchJobLog -Query 'fields @timestamp, @message, @logStream | filter @message like /child 1|attempt 2/ | sort @message' -Verbose -OutVariable all 4>&1

        $found = @($rows | Where-Object { $_ -isnot [System.Management.Automation.VerboseRecord] })
        $found.message | Should -Be 'attempt 2', 'child 1'
        $found.JobName | Should -Be retried, array
        $found[0].Attempt | Should -Be 2
        $found[1].ArrayIndex | Should -Be 1
        $found[0].timestamp | Should -BeOfType datetime
        "$($rows | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] })" | Should -Match 'scanned [\d,]+ bytes'
    }

    It 'searches a whole group by a query' {
        $row = Get-BatchJobLog -LogGroup /aws/batch/job -Query 'filter @message like /attempt/ | stats count() as lines'

        $row.lines | Should -Be 2
        { Get-BatchJobLog -LogGroup /aws/batch/job -Query 'nonsense' } | Should -Throw
    }

    It 'says what to do about a job that is not known' {
        'nothing' | Get-BatchJobLog -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.CategoryInfo.Category | Should -Be ObjectNotFound
        "$problem" | Should -BeLike '*7 days*-Query*'
    }

    It 'says that an attempt has no stream, and why' {
        $never = Submit-BatchJob -JobName never -JobQueue local -JobDefinition hello -Command /no/such/program | Wait-BatchJob -Timeout 1m

        $never | Get-BatchJobLog -WarningVariable warning -WarningAction SilentlyContinue | Should -BeNullOrEmpty

        "$warning" | Should -Match "$($never.JobId).*$([regex]::Escape($never.Attempts[0].Reason.TrimEnd('.')))"
    }

    It 'looks like a log' {
        $text = $job | Get-BatchJobLog | Out-String

        $text | Should -Match 'talks'
        $text | Should -Match '\d\d:\d\d:\d\d\.\d{3} one'
    }

    It 'keeps each line on a line after a table, where PowerShell shows anything as a list' {
        $wild = Submit-TestJob wilder 'printf "\033[2Jred\n"' | Wait-BatchJob -Timeout 1m
        $read = & { $job; $job, $wild | Get-BatchJobLog } | Out-String
        $followed = & { $job; $job | Get-BatchJobLog -Follow } | Out-String

        $read | Should -Match '(?m)^Log : \d\d:\d\d:\d\d\.\d{3} \[talks#1\] one\r?$'
        $read | Should -Match ([regex]::Escape('[wilder#1] ^[[2Jred'))
        $read | Should -Not -Match 'LogStreamName|\e'
        $followed | Should -Match '(?m)^\d\d:\d\d:\d\d\.\d{3} \[talks#1\] one\r?$'
    }

    It 'gives lines whose properties Format-List, Format-Table, CSV and JSON show' {
        $job | Get-BatchJobLog | Format-List | Out-String | Should -Match 'LogStreamName'
        $job | Get-BatchJobLog | Format-Table Attempt, Message | Out-String | Should -Match '(?m)^\s+1 one'
        $job | Get-BatchJobLog -Follow | Format-Table Attempt, Message -Force | Out-String | Should -Match '(?m)^\s+1 one'
        ($job | Get-BatchJobLog | ConvertTo-Csv)[0] | Should -Not -Match '"Log"'
        $job | Get-BatchJobLog | Select-Object Message, Attempt | ConvertTo-Json | Should -Not -Match '"Log"'
        ($job | Get-BatchJobLog | Select-Object -First 1 *).PSObject.Properties.Name | Should -Not -Contain Log
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
