BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine

    # A new queue on the environment that every engine offers.
    function New-TestQueue([string] $Name) {
        New-BatchJobQueue -Name $Name -ComputeEnvironment local
    }

    # The queues that are left of those whose names begin so.
    function Get-Left([string] $Prefix) {
        (Get-BatchJobQueue "$Prefix*").JobQueueName
    }
}

AfterAll {
    Stop-TestEngine
}

Describe 'Remove-BatchJobQueue' {
    It 'takes an object, a name, an ARN, a pattern and a property' {
        $made = 1..6 | ForEach-Object { New-TestQueue "a$_" }

        $made[0] | Remove-BatchJobQueue -Force -Wait
        Remove-BatchJobQueue a2 -Force -Wait
        Remove-BatchJobQueue $made[2].JobQueueArn -Force -Wait -Timeout 1m
        Remove-BatchJobQueue a4* -Force -Wait
        [pscustomobject] @{ JobQueueName = 'a5' } | Remove-BatchJobQueue -Confirm:$false -Wait

        Get-Left a | Should -Be a6
    }

    It 'stands at the end of a pipeline that lists and disables' {
        $null = 1..3 | ForEach-Object { New-TestQueue "chain$_" }

        Get-BatchJobQueue chain* | Disable-BatchJobQueue | Remove-BatchJobQueue -Force -Wait

        Get-Left chain | Should -BeNullOrEmpty
    }

    It 'asks for a yes of its own where jobs would be lost, and can not where nobody is there' {
        $null = New-TestQueue busy
        $job = Submit-BatchJob -JobName long -JobQueue busy -JobDefinition hello -Command sleep, 60

        Remove-BatchJobQueue busy -Confirm:$false -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem[0].FullyQualifiedErrorId | Should -BeLike 'ConfirmationImpossible,*'
        "$problem" | Should -Match '1 (SUBMITTED|RUNNABLE|STARTING|RUNNING)'
        (Get-BatchJobQueue busy).State | Should -Be ENABLED

        Remove-BatchJobQueue busy -Force -Wait
        (Get-BatchJob $job).Status | Should -Be FAILED
    }

    It 'removes nothing with -WhatIf, and tells of the jobs' {
        $null = New-TestQueue dry
        $null = Submit-BatchJob -JobName long -JobQueue dry -JobDefinition hello -Command sleep, 60
        $said = pwsh -NoProfile -Command @"
            Import-Module '$root/BatchTools.psd1'
            `$null = Connect-Batch -Local -DataDirectory '$(Join-Path $TestDrive other)'
            `$null = Register-BatchJobDefinition -Name hello -Image busybox -Memory 64
            `$null = Submit-BatchJob -JobName long -JobQueue local -JobDefinition hello -Command sleep, 60
            Remove-BatchJobQueue local -WhatIf
            Get-BatchJobQueue local | Remove-BatchJobQueue -Force -WhatIf
            (Get-BatchJobQueue local).State
"@
        Remove-BatchJobQueue dry -Force -WhatIf

        "$said" | Should -Match 'Disable and delete the job queue, which ends its unfinished jobs \(1 \w+\) as FAILED.*Disable and delete.*ENABLED'
        (Get-BatchJobQueue dry).State | Should -Be ENABLED
        Remove-BatchJobQueue dry -Force -Wait
    }

    It 'gives what it removed with -PassThru, and nothing without' {
        $null = New-TestQueue gone1
        $null = New-TestQueue gone2

        Remove-BatchJobQueue gone1 -Force | Should -BeNullOrEmpty
        (Remove-BatchJobQueue gone2 -Force -PassThru).JobQueueName | Should -Be gone2
    }

    It 'reports each name of nothing, and goes on with the rest' {
        $null = New-TestQueue rest

        Remove-BatchJobQueue nope, rest, none -Force -Wait -ErrorVariable problems -ErrorAction SilentlyContinue

        @($problems).TargetObject | Should -Be nope, none
        Get-Left rest | Should -BeNullOrEmpty
    }
}
