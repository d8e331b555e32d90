BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
}

Describe 'New-BatchSweep' {
    It 'combines each value with each' {
        $points = New-BatchSweep @{ temperature = 250..252; pressure = 1.0, 1.5 } -JobName 'sim-T{temperature}-P{pressure}'

        $points.Count | Should -Be 6
        $points[0] | Should -BeOfType BatchTools.SweepPoint
        $points[1].JobName | Should -Be 'sim-T250-P1_5'
        $points[5].Parameters['temperature'] | Should -Be 252
    }

    It 'orders the axes of a plain hashtable as the job name uses them' {
        $points = New-BatchSweep @{ b = 1, 2; a = 'x', 'y'; c = 9 } -JobName 'j-{b}-{a}'

        @($points[0].Parameters.Keys) | Should -Be b, a, c
        $points.JobName | Should -Be 'j-1-x', 'j-1-y', 'j-2-x', 'j-2-y'
    }

    It 'keeps the order of an ordered dictionary' {
        $points = New-BatchSweep ([ordered]@{ z = 1, 2; a = 3, 4 }) -JobName '{a}-{z}'

        @($points[0].Parameters.Keys) | Should -Be z, a
        $points[1].Parameters['z'] | Should -Be 1
    }

    It 'takes a single value for an axis of one' {
        @(New-BatchSweep @{ only = 'one' }).Count | Should -Be 1
    }

    It 'adds what is the same at every point' {
        $points = New-BatchSweep @{ seed = 1..2 } -Fixed @{ epochs = 10 }

        $points.ForEach{ $_.Parameters['epochs'] } | Should -Be 10, 10
    }

    It 'formats values in names' {
        (New-BatchSweep @{ seed = 7 } -JobName 'run-{seed:000}').JobName | Should -Be 'run-007'
    }

    It 'gives points one at a time' {
        $first = New-BatchSweep @{ a = 1..1000; b = 1..1000; c = 1..1000 } | Select-Object -First 2

        $first.Index | Should -Be 0, 1
    }

    It 'names the unknown parameter of a template' {
        { New-BatchSweep @{ pressure = 1 } -JobName 'j-{presure}' } |
            Should -Throw -ErrorId 'JobNameTemplateUnknown,BatchTools.PowerShell.Commands.NewBatchSweepCommand' -ExpectedMessage "*'pressure'*"
    }

    It 'refuses an axis without values' {
        { New-BatchSweep @{ pressure = @() } } | Should -Throw -ErrorId 'SweepAxisEmpty,*' -ExpectedMessage '*pressure*'
    }
}
