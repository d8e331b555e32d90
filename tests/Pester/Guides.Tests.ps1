# The guides' examples run as they stand, one after the other.
BeforeDiscovery {
    $guides = Get-ChildItem "$PSScriptRoot/../../docs/guides/sweeps.md" | ForEach-Object { @{ Name = $_.BaseName; File = $_.FullName } }
}

BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
}

Describe 'The guide <Name>' -ForEach $guides {
    BeforeAll {
        Start-TestEngine
        $env:BATCHTOOLS_HOME = Join-Path $folder data
        Push-Location $folder
    }

    AfterAll {
        Pop-Location
        $env:BATCHTOOLS_HOME = $null
        Stop-TestEngine
    }

    It 'has examples that all run, and whose jobs succeed' {
        $blocks = [regex]::Matches((Get-Content $File -Raw), '(?s)```powershell\n(.*?)```').ForEach{ $_.Groups[1].Value }

        $blocks.Count | Should -BeGreaterThan 5
        foreach ($block in $blocks) {
            { $null = . ([scriptblock]::Create($block)) } | Should -Not -Throw
        }

        Get-BatchJob -Status FAILED | Should -BeNullOrEmpty
        @(Get-BatchJob -Status SUCCEEDED).Count | Should -BeGreaterThan 10
    }
}
