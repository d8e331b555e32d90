BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $array = Submit-TestJob sim 'echo child $AWS_BATCH_JOB_ARRAY_INDEX attempt $AWS_BATCH_JOB_ATTEMPT; exit 1' -With @{ ArraySize = 2; Attempt = 2; Workload = 'md' } |
        Wait-BatchJob -Timeout 1m
    $job = Submit-TestJob talks 'for i in 1 2 3; do echo $i; done; printf "\033[2Jraw\n"' | Wait-BatchJob -Timeout 1m
}

AfterAll {
    Stop-TestEngine
}

Describe 'Save-BatchJobLog' {
    BeforeEach {
        $target = Join-Path $folder ([guid]::NewGuid().ToString('N'))
    }

    It 'writes one file an attempt under the template' {
        $saved = Save-BatchJobLog -Workload md -Path $target

        Get-ChildItem $target -Recurse -File | ForEach-Object { [IO.Path]::GetRelativePath($target, $_.FullName).Replace('\', '/') } | Sort-Object |
            Should -Be 'md/sim/0.1.log', 'md/sim/0.2.log', 'md/sim/1.1.log', 'md/sim/1.2.log'
        Get-Content $target/md/sim/1.2.log | Should -Be 'child 1 attempt 2'
        $saved | Should -HaveCount 4
        $saved[0] | Should -BeOfType BatchTools.SavedJobLog
        $saved.State | Should -Be Saved, Saved, Saved, Saved
    }

    It 'writes the lines as they are' {
        $file = ($job | Save-BatchJobLog $target -Template '{name}.{attempt}').Path

        $file | Should -Be (Join-Path $target talks.1)
        [IO.File]::ReadAllText($file) | Should -Be "1`n2`n3`n`e[2Jraw`n"
    }

    It 'leaves alone what is complete, and writes it anew with -Force' {
        $file = ($job | Save-BatchJobLog $target).Path
        Set-Content $file mine

        ($job | Save-BatchJobLog $target).State | Should -Be Kept
        Get-Content $file | Should -Be mine
        ($job | Save-BatchJobLog $target -Force).State | Should -Be Saved
        (Get-Content $file)[0] | Should -Be 1
    }

    It 'adds to the file of a job that goes on, each line once' {
        $gate = Join-Path $folder gate
        $slow = Submit-TestJob slow "echo one; echo two; until [ -e $gate ]; do sleep 0.05; done; echo three"
        do {
            Start-Sleep -Milliseconds 50
            $first = $slow | Save-BatchJobLog $target -WarningAction SilentlyContinue
        } until ($first.Length -ge 8)
        $first.State | Should -Be Partial
        Get-Content $first.Path | Should -Be one, two
        # What a killed run left behind its last whole line goes.
        Add-Content $first.Path 'thr' -NoNewline
        $null = New-Item $gate
        $slow = $slow | Wait-BatchJob -Timeout 1m

        $second = $slow | Save-BatchJobLog $target

        $second.State | Should -Be Resumed
        $second.Lines | Should -Be 1
        Get-Content $first.Path | Should -Be one, two, three
        Test-Path "$($first.Path).resume" | Should -BeFalse
        ($slow | Save-BatchJobLog $target).State | Should -Be Kept
    }

    It 'writes nothing with -WhatIf' {
        $job | Save-BatchJobLog $target -WhatIf
        Save-BatchJobLog -Workload md -Path $target -WhatIf

        Test-Path $target | Should -BeFalse
    }

    It 'refuses a template that names what is not known' {
        { $job | Save-BatchJobLog $target -Template '{date}.log' } | Should -Throw "*{date}*{workload}*"
    }

    It 'does not let one log overwrite another' {
        $array | Save-BatchJobLog $target -Template all.log -ErrorVariable problem -ErrorAction SilentlyContinue | Should -HaveCount 1

        $problem[0].FullyQualifiedErrorId | Should -Be 'LogFileTaken,BatchTools.PowerShell.Commands.SaveBatchJobLogCommand'
        $problem | Should -HaveCount 3
    }

    It 'keeps names inside the folder' {
        ($job | Save-BatchJobLog $target -Template '{workload}/../{definition}.log').Path | Should -Be (Join-Path $target 'hello_1.log')
    }
}
