BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $summary = (Submit-TestJob good 'true'), (Submit-TestJob bad 'exit 2') | Wait-BatchJob -Timeout 1m | Measure-BatchWorkload
}

AfterAll {
    Stop-TestEngine
}

Describe 'Export-BatchReport' {
    It 'writes a page' {
        Push-Location $TestDrive
        try {
            $summary | Export-BatchReport report.html | Should -BeNullOrEmpty
        }
        finally {
            Pop-Location
        }

        $page = Get-Content (Join-Path $TestDrive report.html) -Raw
        $page | Should -Match '<html'
        $page | Should -Match 'good'
        $page | Should -Match 'FAILED'
    }

    It 'writes JSON' {
        $file = $summary | Export-BatchReport (Join-Path $TestDrive report.json) -PassThru

        $file | Should -BeOfType System.IO.FileInfo
        Get-Content $file -Raw | ConvertFrom-Json | Should -Not -BeNullOrEmpty
    }

    It 'writes a row a job' {
        $file = $summary | Export-BatchReport (Join-Path $TestDrive jobs.csv) -PassThru

        (Import-Csv $file).Count | Should -Be 2
    }

    It 'takes the format from -Format' {
        $file = $summary | Export-BatchReport (Join-Path $TestDrive report.txt) -Format Json -PassThru

        Get-Content $file -Raw | ConvertFrom-Json | Should -Not -BeNullOrEmpty
    }

    It 'reports an extension that tells no format' {
        $summary | Export-BatchReport (Join-Path $TestDrive report.xyz) -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.Count | Should -Be 1
        "$problem" | Should -Match 'xyz'
    }

    It 'leaves a file alone with -NoClobber' {
        $path = Join-Path $TestDrive kept.json
        Set-Content $path kept

        $summary | Export-BatchReport $path -NoClobber -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -Be 'FileExists,BatchTools.PowerShell.Commands.ExportBatchReportCommand'
        Get-Content $path | Should -Be kept
    }

    It 'writes nothing with -WhatIf' {
        $path = Join-Path $TestDrive nothing.json

        $summary | Export-BatchReport $path -WhatIf

        Test-Path $path | Should -BeFalse
    }
}
