BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'Remove-BatchWorkload' {
    It 'forgets the journal and leaves the jobs, so that the same command submits again' {
        $first = Submit-TestJob one -With @{ Workload = 'once' }

        Remove-BatchWorkload once
        $second = Submit-TestJob one -With @{ Workload = 'once' }

        $second.JobId | Should -Not -Be $first.JobId
        (Get-BatchJob -Workload once).Count | Should -Be 2
    }

    It 'only tells with -WhatIf' {
        $first = Submit-TestJob two -With @{ Workload = 'kept' }

        Get-BatchWorkload kept | Remove-BatchWorkload -WhatIf

        (Submit-TestJob two -With @{ Workload = 'kept' } 3>$null).JobId | Should -Be $first.JobId
    }

    It 'names a workload without a journal' {
        { Remove-BatchWorkload unheard-of -ErrorAction Stop } | Should -Throw "No journal of a workload 'unheard-of'*" -ErrorId 'JournalNotFound,*'
    }
}
