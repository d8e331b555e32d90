BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    1..3 | ForEach-Object { Submit-BatchJob -JobName "alpha-$_" -JobQueue local -JobDefinition hello -Workload alpha } | Wait-BatchJob -Timeout 1m | Out-Null
    $null = Submit-TestJob broken 'exit 3' @{ Workload = 'beta' } | Wait-BatchJob -Timeout 1m
    $null = Submit-TestJob alone
}

AfterAll {
    Stop-TestEngine
}

Describe 'Get-BatchWorkload' {
    It 'lists the workloads with the numbers of their jobs, and no call without one' {
        $all = Get-BatchWorkload

        $all.Workload | Should -Be alpha, beta
        $all[0] | Should -BeOfType BatchTools.BatchWorkload
        $all[0].Submitted, $all[0].Succeeded, $all[0].Failed, $all[0].Unfinished | Should -Be 3, 3, 0, 0
        $all[1].Failed | Should -Be 1
        $all.State | Should -Be Finished, Finished
        $all[0].JournalPath | Should -Exist
        $all[0].CreatedAt | Should -BeGreaterThan ([datetime]::Now.AddMinutes(-5))
    }

    It 'takes names, patterns and summaries' {
        (Get-BatchWorkload alp*, nothing*).Workload | Should -Be alpha
        (Get-BatchJob -Workload beta | Measure-BatchWorkload | Get-BatchWorkload).Workload | Should -Be beta
    }

    It 'names a workload that there is not' {
        { Get-BatchWorkload gamma -ErrorAction Stop } | Should -Throw "There is no workload 'gamma'*" -ErrorId 'WorkloadNotFound,*'
    }

    It 'keeps journals to the user' -Skip:$IsWindows {
        (Get-Item (Get-BatchWorkload alpha).JournalPath).UnixFileMode | Should -Be ([System.IO.UnixFileMode] 0x180)
        (Get-Item (Split-Path (Get-BatchWorkload alpha).JournalPath)).UnixFileMode | Should -Be ([System.IO.UnixFileMode] 0x1c0)
    }

    It 'shows a table' {
        Get-BatchWorkload | Out-String | Should -Match '(?m)^alpha +Finished +\S+ \S+ +3 +3 +0 +0'
    }
}
