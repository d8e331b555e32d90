BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'Find-BatchInstanceType' {
    It 'finds types by ranges, the cheapest vCPU first, with their prices' {
        $found = Find-BatchInstanceType -VCpu 4..8 -Memory 16GB.. -Architecture arm64

        $found.Count | Should -BeGreaterThan 1
        $found | ForEach-Object { $_.Vcpu | Should -BeIn (4..8); $_.Memory | Should -Not -BeLessThan 16384; $_.Architecture | Should -Be arm64 }
        $found.OnDemandPricePerVcpu | Should -Be ($found.OnDemandPricePerVcpu | Sort-Object)
        $found[0].SpotPrice | Should -BeLessThan $found[0].OnDemandPrice
        $found[0].Saving | Should -BeGreaterThan 0
    }

    It 'reads <Text> as <Least> to <Most>' -ForEach @(
        @{ Text = '4'; Least = 4; Most = 4 }
        @{ Text = '4..'; Least = 4; Most = 1000 }
        @{ Text = '..8'; Least = 1; Most = 8 }
    ) {
        $sizes = (Find-BatchInstanceType -VCpu $Text).Vcpu | Measure-Object -Minimum -Maximum

        $sizes.Minimum | Should -Not -BeLessThan $Least
        $sizes.Maximum | Should -Not -BeGreaterThan $Most
    }

    It 'takes families, patterns and memory as PowerShell counts it, also from the pipeline' {
        ('m5', 'c5.*' | Find-BatchInstanceType).InstanceType | ForEach-Object { $_ | Should -Match '^(m5|c5)\.' }
        (Find-BatchInstanceType m5 -Memory 8GB).InstanceType | Should -Be m5.large
    }

    It 'finds GPUs on Spot, the cheapest on Spot first' {
        $found = Find-BatchInstanceType -Gpu 1.. -Spot

        $found[0].GpuName | Should -Not -BeNullOrEmpty
        $found.SpotPricePerVcpu | Should -Be ($found.SpotPricePerVcpu | Sort-Object)
        Find-BatchInstanceType -Gpu 99.. | Should -BeNullOrEmpty
    }

    It 'says what a range looks like where one is wrong' {
        { Find-BatchInstanceType -VCpu eight } | Should -Throw '*4..16*'
    }
}
