BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'Set-BatchServiceJob' {
    It 'reports each job that does not exist' {
        '01234567-89ab-cdef-0123-456789abcdef', '11234567-89ab-cdef-0123-456789abcdef' | Set-BatchServiceJob -SchedulingPriority 5 -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.Count | Should -Be 2
        $problem[0].CategoryInfo.Category | Should -Be ObjectNotFound
    }

    It 'takes jobs by property name and by ARN' {
        [pscustomobject]@{ JobId = '01234567-89ab-cdef-0123-456789abcdef' } | Set-BatchServiceJob -SchedulingPriority 5 -ErrorVariable problem -ErrorAction SilentlyContinue
        "$problem" | Should -Match '01234567-89ab-cdef-0123-456789abcdef'
        Set-BatchServiceJob arn:aws:batch:us-east-1:000000000000:service-job/01234567-89ab-cdef-0123-456789abcdef -SchedulingPriority 5 -ErrorVariable problem -ErrorAction SilentlyContinue
        "$problem" | Should -Match '01234567-89ab-cdef-0123-456789abcdef'
    }
}
