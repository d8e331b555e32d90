BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'Set-BatchServiceEnvironment' {
    BeforeEach {
        $one = New-BatchServiceEnvironment -Name "e-$([guid]::NewGuid().ToString('N'))" -CapacityLimit @{ NUM_INSTANCES = 1 }
    }

    It 'changes what is given, by name, by object and by file' {
        (Set-BatchServiceEnvironment $one.ServiceEnvironmentName -State DISABLED) | Should -BeNullOrEmpty
        (Get-BatchServiceEnvironment $one).State | Should -Be DISABLED
        ($one | Set-BatchServiceEnvironment -CapacityLimit @{ NUM_INSTANCES = 9 } -PassThru).CapacityLimits['NUM_INSTANCES'] | Should -Be 9
        $file = Join-Path $TestDrive change.json
        Set-Content $file "{ ""serviceEnvironment"": ""$one"", ""state"": ""ENABLED"" }"
        (Set-BatchServiceEnvironment -Path $file -PassThru).State | Should -Be ENABLED
    }

    It 'changes nothing with -WhatIf, and shows what would' {
        $null = Start-Transcript (Join-Path $TestDrive said.txt)
        $one | Set-BatchServiceEnvironment -CapacityLimit @{ NUM_INSTANCES = 9 } -State ENABLED -WhatIf
        $null = Stop-Transcript

        Get-Content (Join-Path $TestDrive said.txt) -Raw | Should -Match 'capacityLimits\[NUM_INSTANCES\]: 1 → 9'
        Get-Content (Join-Path $TestDrive said.txt) -Raw | Should -Not -Match 'state:'
        (Get-BatchServiceEnvironment $one).CapacityLimits['NUM_INSTANCES'] | Should -Be 1
    }

    It 'goes on after a name that is missing' {
        ('nope', "$one" | Set-BatchServiceEnvironment -State DISABLED -PassThru -ErrorVariable problem -ErrorAction SilentlyContinue).State | Should -Be DISABLED

        $problem.Count | Should -Be 1
    }
}
