BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $licences = New-BatchConsumableResource licences 10
    $null = New-BatchConsumableResource tokens 5 -ResourceType NON_REPLENISHABLE
}

AfterAll {
    Stop-TestEngine
}

Describe 'Get-BatchConsumableResource' {
    It 'gets all, by name, by pattern and by ARN' {
        (Get-BatchConsumableResource).ConsumableResourceName | Sort-Object | Should -Be licences, tokens
        (Get-BatchConsumableResource lic*).TotalQuantity | Should -Be 10
        (Get-BatchConsumableResource '*ens').ConsumableResourceName | Should -Be tokens
        (Get-BatchConsumableResource $licences.ConsumableResourceArn).ConsumableResourceName | Should -Be licences
        ($licences | Get-BatchConsumableResource).ConsumableResourceName | Should -Be licences
    }

    It 'gets the jobs that hold some of it' {
        $null = Register-BatchJobDefinition -Name holds -Image busybox -Command sleep, 30 -Memory 64 -Vcpu 0.25 -ConsumableResource @{ licences = 4 }
        $job = Submit-BatchJob -JobName holder -JobQueue local -JobDefinition holds

        (Get-BatchConsumableResource licences -Job).JobId | Should -Be $job.JobId
        (Get-BatchConsumableResource licences -Job -JobName 'hold*').JobName | Should -Be holder
        Get-BatchConsumableResource licences -Job -JobName other | Should -BeNullOrEmpty
        Get-BatchConsumableResource licences -Job -Status FAILED | Should -BeNullOrEmpty
        Get-BatchConsumableResource tokens -Job | Should -BeNullOrEmpty
        $null = $job | Stop-BatchJob -Confirm:$false
    }

    It 'reports a name that is missing, and goes on' {
        (Get-BatchConsumableResource nope, tokens -ErrorVariable problem -ErrorAction SilentlyContinue).ConsumableResourceName | Should -Be tokens

        $problem.FullyQualifiedErrorId | Should -BeLike 'ResourceNotFound,*'
    }

    It 'completes names' {
        (TabExpansion2 'Get-BatchConsumableResource tok').CompletionMatches.CompletionText | Should -Contain tokens
    }
}
