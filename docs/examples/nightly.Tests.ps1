#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# Proves nightly.json on the local engine before it costs money: Invoke-Pester docs/examples/nightly.Tests.ps1
BeforeAll {
    Import-Module "$PSScriptRoot/../../BatchTools.psd1"
    $file = "$PSScriptRoot/nightly.json"
    $null = Connect-Batch -Local -DataDirectory (Join-Path $TestDrive engine)
    $jobs = Invoke-BatchWorkload $file -Workload night -Parameter @{ day = '2026-02-01' } -Timeout 5m
}

AfterAll {
    Get-BatchConnection | Disconnect-Batch -Confirm:$false
}

Describe 'The night''s work' {
    It 'runs every job to its end' {
        $jobs.JobName | Sort-Object | Should -Be check, extract-orders, extract-stock, merge
        $jobs | Where-Object Status -NE SUCCEEDED | Should -BeNullOrEmpty
    }

    It 'merges when both extracts are there, and checks last' {
        $by = $jobs | Group-Object JobName -AsHashTable
        foreach ($extract in 'extract-orders', 'extract-stock') {
            $by.merge.StartedAt | Should -BeGreaterOrEqual $by.$extract.StoppedAt[0]
        }

        $by.check.StartedAt | Should -BeGreaterOrEqual $by.merge.StoppedAt[0]
    }

    It 'works on the day that it was given' {
        (Get-BatchJobLog -Workload night).Message | Sort-Object | Should -Be (
            'check of 2026-02-01 on attempt 1', 'extract orders of 2026-02-01 on attempt 1', 'extract stock of 2026-02-01 on attempt 1', 'merge of 2026-02-01 on attempt 1')
    }

    It 'submits nothing twice within a workload' {
        (Invoke-BatchWorkload $file -Workload night -Parameter @{ day = '2026-02-01' } -Timeout 5m -WarningAction SilentlyContinue).JobId | Sort-Object |
            Should -Be ($jobs.JobId | Sort-Object)
    }
}
