BeforeDiscovery {
    # Some other module's AWSSDK.Core, of another version than ours.
    $otherSdk = $env:BATCHTOOLS_OTHER_AWSSDK ? $env:BATCHTOOLS_OTHER_AWSSDK : (Join-Path $HOME .nuget/packages/awssdk.core/3.7.402/lib/net8.0/AWSSDK.Core.dll)
    $hasOtherSdk = Test-Path $otherSdk
}

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $manifest = "$root/BatchTools.psd1"
    $commands = (Import-PowerShellDataFile $manifest).CmdletsToExport.Count
    $otherSdk = $env:BATCHTOOLS_OTHER_AWSSDK ? $env:BATCHTOOLS_OTHER_AWSSDK : (Join-Path $HOME .nuget/packages/awssdk.core/3.7.402/lib/net8.0/AWSSDK.Core.dll)

    # What a script writes in a PowerShell of its own.
    function Invoke-Fresh([string] $Script) {
        pwsh -NoProfile -NonInteractive -Command $Script
    }

    # A script that runs a job to its end on an engine of its own, and writes its status.
    $runAJob = @"
`$null = Connect-Batch -Local -DataDirectory '$TestDrive/$(New-Guid)'
`$null = Register-BatchJobDefinition -Name hello -Image busybox -Command sh, -c, 'echo hello'
`$job = Submit-BatchJob -JobName one -JobQueue local -JobDefinition hello | Wait-BatchJob -Timeout 1m
"`$(`$job.Status)"
Disconnect-Batch
"@
}

Describe 'Importing the module' {
    It 'loads no AWS assembly, no SQLite and no engine' {
        $loaded = Invoke-Fresh "Import-Module '$manifest'; [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name"

        $loaded | Should -Contain BatchTools.Loader
        $loaded | Where-Object { $_ -match 'AWS|Amazon|SQLite|BatchTools\.(Aws|LocalEngine)' } | Should -BeNullOrEmpty
    }

    It 'brings nothing but the loader into the default context' {
        $loaded = Invoke-Fresh "Import-Module '$manifest'; $runAJob; [System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies.GetName().Name"

        $loaded[0] | Should -Be SUCCEEDED
        $loaded | Where-Object { $_ -match 'BatchTools|AWSSDK|SQLite|YamlDotNet' } | Should -Be BatchTools.Loader
    }

    It 'leaves all commands when it is forced twice, and they work' {
        $text = Invoke-Fresh "Import-Module '$manifest'; Import-Module '$manifest' -Force; Import-Module '$manifest' -Force; (Get-Command -Module BatchTools).Count; $runAJob"

        $text | Should -Be $commands, SUCCEEDED
    }

    It 'keeps its views and short names when it is forced' {
        $text = Invoke-Fresh "Import-Module '$manifest'; Import-Module '$manifest' -Force; (New-BatchSweep @{ a = 1 }).Name; (Get-FormatData BatchTools.Job).FormatViewDefinition.Name"

        $text | Should -Be 'job-0', Job
    }

    It 'has a topic about it all, whose commands exist and whose sweep runs' {
        $topic = Invoke-Fresh "Import-Module '$manifest'; Get-Help about_BatchTools"
        $text = $topic -join "`n"

        [regex]::Matches($text, '\b[A-Z][a-z]+-Batch\w*').Value | Sort-Object -Unique | Should -BeIn (Import-PowerShellDataFile $manifest).CmdletsToExport
        $sweep = [regex]::Match($text, '(?s)Register-BatchJobDefinition.*?Measure-BatchWorkload').Value
        Invoke-Fresh "Import-Module '$manifest'; `$null = Connect-Batch -Local -DataDirectory '$TestDrive/about'; @(& {$sweep})[-1].Succeeded" | Should -Be 51
    }

    It 'closes the connections when it is removed' {
        $text = Invoke-Fresh "Import-Module '$manifest'; `$null = Connect-Batch -Local -DataDirectory '$TestDrive/removed'; Remove-Module BatchTools; (Get-Command -Module BatchTools).Count; Import-Module '$manifest'; @(Get-BatchConnection).Count"

        $text | Should -Be 0, 0
    }

    It 'refuses a second copy from another folder, naming both' {
        $copy = Join-Path $TestDrive copy
        $null = New-Item $copy -ItemType Directory
        Copy-Item "$root/BatchTools.psd1", "$root/module" $copy -Recurse

        $text = Invoke-Fresh "Import-Module '$manifest'; try { Import-Module '$copy/BatchTools.psd1' } catch { `"`$_`" }; (Get-Command Get-BatchJob).Module.Path"

        $text[0] | Should -Match ([regex]::Escape((Join-Path $copy module bin)))
        $text[0] | Should -Match ([regex]::Escape((Join-Path $root module bin)))
        $text[0] | Should -Match 'start a new PowerShell'
        $text[-1] | Should -Be (Join-Path $root module BatchTools.psm1)
    }

    It 'works in several runspaces at once' {
        $text = Invoke-Fresh "1..4 | ForEach-Object -Parallel { Import-Module '$manifest'; (Get-Command -Module BatchTools).Count }"

        $text | Should -Be (@($commands) * 4)
    }

    It 'takes at most two seconds' {
        $milliseconds = 1..3 | ForEach-Object {
            [double](Invoke-Fresh "`$watch = [System.Diagnostics.Stopwatch]::StartNew(); Import-Module '$manifest'; `$watch.Elapsed.TotalMilliseconds")
        }

        $fastest = ($milliseconds | Measure-Object -Minimum).Minimum
        Write-Host "    importing took $([int]$fastest) ms"
        $fastest | Should -BeLessThan 2000
    }
}

Describe 'Beside another AWSSDK.Core' -Skip:(-not $hasOtherSdk) {
    BeforeAll {
        $loadOther = "Add-Type -LiteralPath '$otherSdk'; `$null = [Amazon.RegionEndpoint]::USEast1"
        $versions = "[AppDomain]::CurrentDomain.GetAssemblies().Where{ `$_.GetName().Name -eq 'AWSSDK.Core' }.ForEach{ `$_.GetName().Version.Major }"
    }

    It 'works when the other one was loaded first' {
        Invoke-Fresh "$loadOther; Import-Module '$manifest'; $runAJob; $versions" | Should -Be SUCCEEDED, 3, 4
    }

    It 'works when the other one is loaded last' {
        Invoke-Fresh "Import-Module '$manifest'; $runAJob; $loadOther; [Amazon.RegionEndpoint].Assembly.GetName().Version.Major; $versions" | Should -Be SUCCEEDED, 3, 4, 3
    }
}
