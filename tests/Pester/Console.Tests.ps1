# What someone at a real console meets: Ctrl+C in each command that takes long, and upstream work that nobody wants any more.
BeforeDiscovery {
    $noConsole = -not (Get-Command tmux -ErrorAction Ignore)
}

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $socket = "batchtools-$([guid]::NewGuid().ToString('N'))"
    $folder = Join-Path ([System.IO.Path]::GetTempPath()) $socket

    function Invoke-Tmux { tmux -L $socket @args }

    # The lines on the screen that are not empty.
    function Get-Screen { @(Invoke-Tmux capture-pane -p) -match '\S' }

    # Looks at the screen until it shows something, and gives the time that took.
    function Wait-Screen([scriptblock] $Shows, [int] $Second = 15) {
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        while (-not (& $Shows @(Get-Screen))) {
            if ($watch.Elapsed.TotalSeconds -gt $Second) {
                throw "After $Second seconds the console shows:`n$(@(Get-Screen) -join "`n")"
            }

            [System.Threading.Thread]::Sleep(20)
        }

        $watch.Elapsed
    }

    function Wait-Prompt { Wait-Screen { param($lines) $lines.Count -gt 0 -and $lines[-1].Trim() -eq 'ready>' } }

    function Send-Line([string] $Line) {
        Invoke-Tmux send-keys -l $Line
        Invoke-Tmux send-keys Enter
    }

    # Runs a command to its end, and gives what the screen shows then. The prompt before it is not taken for the one after it.
    function Invoke-Line([string] $Line) {
        Send-Line "cls; $Line; 'done'"
        $null = Wait-Screen { param($lines) $lines.Count -gt 1 -and $lines[-2].Trim() -eq 'done' -and $lines[-1].Trim() -eq 'ready>' }
        $shown = @(Get-Screen)
        $shown[0..($shown.Count - 3)]
    }
}

Describe 'Ctrl+C at a console' -Skip:$noConsole {
    # Without progress, which asks the terminal where the cursor is: when Ctrl+C comes between the question and the answer, the
    # terminal's driver drops the answer, and PowerShell waits for it, whatever the command.
    BeforeAll {
        Invoke-Tmux -f /dev/null new-session -d -x 200 -y 50 env "BATCHTOOLS_HOME=$folder" (Get-Process -Id $PID).Path -NoProfile -NoLogo
        $null = Wait-Screen { param($lines) $lines -match '^PS ' }
        Send-Line 'function prompt { "ready> " }; cls'
        $null = Wait-Prompt
        $null = Invoke-Line "Import-Module '$root/BatchTools.psd1'; `$null = Connect-Batch -Local; `$ProgressPreference = 'SilentlyContinue'; `$null = Register-BatchJobDefinition idle -Image none -Command sleep, 600 -Memory 64"
    }

    AfterAll {
        $null = Invoke-Line 'Disconnect-Batch -Confirm:$false'
        Invoke-Tmux kill-server
        Remove-Item $folder -Recurse -Force
    }

    It 'gives the prompt back at once in <Command>' -ForEach @(
        @{ Command = 'New-BatchSweep'; Line = 'New-BatchSweep @{ a = "1..1000000" } -Exclude { $_.a % 2 } | Out-Null' }
        @{ Command = 'Submit-BatchJob'; After = 2000; Line = 'New-BatchSweep @{ a = "1..10000" } | Submit-BatchJob -JobQueue local -JobDefinition idle -Workload large | Out-Null' }
        @{ Command = 'Wait-BatchJob'; Line = 'Get-BatchJob -Workload large | Wait-BatchJob | Out-Null' }
        @{ Command = 'Get-BatchJobLog -Follow'; Line = 'Get-BatchJob -Workload large | Get-BatchJobLog -Follow | Out-Null' }
        @{ Command = 'Get-BatchJobLog -Follow behind Select-Object -First'; Line = 'Get-BatchJob -Workload large | Select-Object -First 100 | Get-BatchJobLog -Follow | Out-Null' }
        @{ Command = 'Stop-BatchJob -Wait'; After = 100; Line = 'Get-BatchJob -Workload large | Stop-BatchJob -Wait | Out-Null' }
    ) {
        Send-Line "cls; 'began'; $Line; 'ended by itself'"
        $null = Wait-Screen { param($lines) $lines -contains 'began' }
        [System.Threading.Thread]::Sleep($After ?? 400)

        Invoke-Tmux send-keys C-c
        $time = Wait-Prompt

        @(Get-Screen) | Should -Not -Contain 'ended by itself'
        $time.TotalSeconds | Should -BeLessThan 5 # 0.03 to 0.3 where the machine has nothing else to do; it may have
    }

    It 'leaves nothing submitting or stopping behind' {
        $counts = Invoke-Line '(Get-BatchJob -Status FAILED).Count, (Get-BatchJob).Count -join " "; Start-Sleep 1; (Get-BatchJob -Status FAILED).Count, (Get-BatchJob).Count -join " "'

        $counts.Count | Should -Be 2
        $counts[1] | Should -Be $counts[0]
        [int]($counts[0] -split ' ')[1] | Should -BeIn (1..9999)
    }

    It 'ends what comes before Select-Object -First in <Command>' -ForEach @(
        @{ Command = 'New-BatchSweep'; Line = 'New-BatchSweep @{ a = "1..1000000" } -Exclude { $_.a % 2 }' }
        @{ Command = 'Submit-BatchJob'; Line = 'New-BatchSweep @{ a = "1..10000" } -JobName "first-{a}" | Submit-BatchJob -JobQueue local -JobDefinition idle' }
        @{ Command = 'Wait-BatchJob'; Line = 'Get-BatchJob | Wait-BatchJob -Until RUNNABLE' }
        @{ Command = 'Stop-BatchJob'; Line = 'Get-BatchJob -Workload large -Status RUNNABLE | Stop-BatchJob' }
    ) {
        $shown = Invoke-Line "(Measure-Command { `$three = $Line | Select-Object -First 3 }).TotalSeconds -lt 5; `$three.Count"

        $shown | Should -Be 'True', '3'
    }
}
