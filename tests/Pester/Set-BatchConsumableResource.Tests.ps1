BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'Set-BatchConsumableResource' {
    BeforeEach {
        $name = "r-$([guid]::NewGuid().ToString('N'))"
        $null = New-BatchConsumableResource $name 10
    }

    It 'sets, adds and removes' {
        (Set-BatchConsumableResource $name 12) | Should -BeNullOrEmpty
        (Get-BatchConsumableResource $name).TotalQuantity | Should -Be 12
        (Set-BatchConsumableResource $name -Quantity 3 -Operation ADD -PassThru).TotalQuantity | Should -Be 15
        (Get-BatchConsumableResource $name | Set-BatchConsumableResource -Quantity 5 -Operation REMOVE -PassThru).TotalQuantity | Should -Be 10
    }

    It 'takes a file' {
        $file = Join-Path $TestDrive change.json
        Set-Content $file "{ ""consumableResource"": ""$name"", ""operation"": ""ADD"", ""quantity"": 1 }"

        (Set-BatchConsumableResource -Path $file -PassThru).TotalQuantity | Should -Be 11
    }

    It 'changes nothing with -WhatIf, and shows what would' {
        $null = Start-Transcript (Join-Path $TestDrive said.txt)
        Set-BatchConsumableResource $name -Quantity 3 -Operation ADD -WhatIf
        $null = Stop-Transcript

        Get-Content (Join-Path $TestDrive said.txt) -Raw | Should -Match 'totalQuantity: 10 → 13'
        (Get-BatchConsumableResource $name).TotalQuantity | Should -Be 10
    }

    It 'goes on after a name that is missing' {
        ('nope', $name | Set-BatchConsumableResource -Quantity 1 -PassThru -ErrorVariable problem -ErrorAction SilentlyContinue).TotalQuantity | Should -Be 1

        $problem.Count | Should -Be 1
    }
}
