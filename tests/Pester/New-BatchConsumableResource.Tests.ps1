BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'New-BatchConsumableResource' {
    It 'creates a resource out of parameters' {
        $licences = New-BatchConsumableResource licences 10 -Tag @{ Team = 'md' }

        $licences | Should -BeOfType BatchTools.ConsumableResource
        $licences.ResourceType, $licences.TotalQuantity, $licences.AvailableQuantity, $licences.InUseQuantity | Should -Be REPLENISHABLE, 10, 10, 0
        $licences.Tags['Team'] | Should -Be md
        (New-BatchConsumableResource -Name tokens -Quantity 5 -ResourceType NON_REPLENISHABLE).ResourceType | Should -Be NON_REPLENISHABLE
    }

    It 'takes files and objects from the pipeline' {
        Set-Content (Join-Path $TestDrive one.json) '{ "consumableResourceName": "from-file", "totalQuantity": 3 }'
        (Get-ChildItem $TestDrive -Filter one.json | New-BatchConsumableResource).TotalQuantity | Should -Be 3
        ([pscustomobject]@{ Name = 'from-object'; Quantity = 4 } | New-BatchConsumableResource).TotalQuantity | Should -Be 4
        (Get-BatchConsumableResource from-object | New-BatchConsumableResource -Name copy).TotalQuantity | Should -Be 4
    }

    It 'reports what exists already, and goes on with the next' {
        $null = New-BatchConsumableResource twice 1

        $made = @{ Name = 'twice'; Quantity = 1 }, @{ Name = 'once'; Quantity = 1 } | New-BatchConsumableResource -ErrorVariable problem -ErrorAction SilentlyContinue

        $made.ConsumableResourceName | Should -Be once
        $problem.CategoryInfo.Category | Should -Be ResourceExists
    }

    It 'creates nothing with -WhatIf' {
        New-BatchConsumableResource nothing 1 -WhatIf

        Get-BatchConsumableResource nothing -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}
