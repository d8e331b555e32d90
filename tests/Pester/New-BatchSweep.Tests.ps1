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

    It 'reads ranges with exact decimals' {
        $points = New-BatchSweep @{ p = '0..0.5 by 0.1' } -JobName 'p{p:0.0}'

        $points.ForEach{ "$($_.Parameters['p'])" } | Should -Be 0, 0.1, 0.2, 0.3, 0.4, 0.5
        $points[3].JobName | Should -Be 'p0_3'
    }

    It 'refuses a range that never ends' {
        { New-BatchSweep @{ p = '1..5 by -1' } } | Should -Throw -ErrorId 'SweepRangeStep,*' -ExpectedMessage "*1..5 by -1*"
    }

    It 'refuses <_>, which begins as a range' -ForEach '1..x', '1..2 by x', '0,5..2' {
        { New-BatchSweep @{ p = $_ } } | Should -Throw -ErrorId 'SweepRangeMalformed,*' -ExpectedMessage "'$_'*250..400 by 25*"
        { New-BatchSweep @{ p = 'a', $_ } } | Should -Throw -ErrorId 'SweepRangeMalformed,*'
    }

    It 'takes other text with two dots as it is' {
        (New-BatchSweep @{ p = '../data', 'a..b' }).ForEach{ $_.Parameters['p'] } | Should -Be '../data', 'a..b'
    }

    It 'puts axes side by side with -Zip' {
        $points = New-BatchSweep ([ordered]@{ a = 1..3; b = 'x', 'y', 'z' }) -Zip -JobName '{a}{b}'

        $points.JobName | Should -Be 1x, 2y, 3z
        { New-BatchSweep @{ a = 1..3; b = 1, 2 } -Zip } | Should -Throw -ErrorId 'SweepZipUneven,*'
    }

    It 'takes piped objects and hashtables as points, and combines them with axes' {
        $points = [pscustomobject]@{ m = 'x' }, @{ m = 'y' } | New-BatchSweep @{ seed = 1..2 } -JobName '{m}-{seed}'

        $points.JobName | Should -Be x-1, x-2, y-1, y-2
        (1..3 | New-BatchSweep -JobName 'n{value}').JobName | Should -Be n1, n2, n3
    }

    It 'goes on after an object that is no point' {
        $points = [pscustomobject]@{ m = @(1, 2) }, [pscustomobject]@{ m = 3 } | New-BatchSweep -JobName 'm{m}' -ErrorVariable problem -ErrorAction SilentlyContinue

        $points.JobName | Should -Be m3
        $problem.FullyQualifiedErrorId | Should -BeLike 'SweepValueInvalid,*'
    }

    It 'takes files as points' {
        $null = New-Item "$TestDrive/in" -ItemType Directory
        'a', 'b' | ForEach-Object { $null = New-Item "$TestDrive/in/$_.dat" }

        $points = Get-ChildItem "$TestDrive/in" | Sort-Object Name | New-BatchSweep -JobName 'convert-{baseName}'

        $points.JobName | Should -Be convert-a, convert-b
        $points[1].Parameters['file'] | Should -Be (Get-Item "$TestDrive/in/b.dat").FullName
    }

    It 'reads points from <Name>' -ForEach @(
        @{ Name = 'points.csv'; Text = "p,q`n1.50,`"a,b`"`n2,c" }
        @{ Name = 'points.tsv'; Text = "p`tq`n1.50`ta,b`n2`tc" }
        @{ Name = 'points.json'; Text = '[{"p": 1.50, "q": "a,b"}, {"p": 2, "q": "c"}]' }
    ) {
        Set-Content "$TestDrive/$Name" $Text

        $points = New-BatchSweep -Path "$TestDrive/$Name" -JobName 'p{p:0.0}'

        $points.JobName | Should -Be p1_5, p2_0
        $points[0].Parameters['p'] | Should -Be '1.50'
        $points[0].Parameters['q'] | Should -Be 'a,b'
    }

    It 'warns of a file without points: <Name>' -ForEach @{ Name = 'none.csv'; Text = 'p,q' }, @{ Name = 'none.json'; Text = '[]' } {
        Set-Content "$TestDrive/$Name" $Text

        New-BatchSweep -Path "$TestDrive/$Name" -WarningVariable warning -WarningAction SilentlyContinue | Should -BeNullOrEmpty

        "$warning" | Should -BeLike "The file '*$Name' holds no points."
    }

    It 'refuses an empty table and one with doubled columns, by file and line' {
        Set-Content "$TestDrive/empty.csv" ''
        Set-Content "$TestDrive/twice.csv" "p,P`n1,2"

        { New-BatchSweep -Path "$TestDrive/empty.csv" } | Should -Throw -ErrorId 'TableEmpty,*' -ExpectedMessage '*empty.csv*'
        { New-BatchSweep -Path "$TestDrive/twice.csv" } | Should -Throw -ErrorId 'TableColumnTwice,*' -ExpectedMessage "*twice.csv(1): two columns are named 'P'*"
    }

    It 'leaves out what -Exclude names, and keeps the indexes' {
        $points = New-BatchSweep @{ a = 1..4; b = 1..2 } -Exclude { $_.a -gt 1 -and $_.b -eq 2 } -JobName '{a}-{b}'

        $points.JobName | Should -Be 1-1, 1-2, 2-1, 3-1, 4-1
        $points.Index | Should -Be 0, 1, 2, 4, 6
    }

    It 'names the point at which -Exclude fails' {
        { New-BatchSweep @{ a = 1 } -Exclude { throw 'no' } } | Should -Throw -ErrorId 'SweepExcludeFailed,*' -ExpectedMessage '*job-0*: no. The parameters*'
    }

    It 'draws the same sample for the same seed' {
        $first = New-BatchSweep @{ n = '1..1000000' } -Sample 20 -Seed 42
        $again = New-BatchSweep @{ n = '1..1000000' } -Sample 20 -Seed 42

        $first.Index | Should -Be $again.Index
        @($first.Index | Select-Object -Unique).Count | Should -Be 20
        (New-BatchSweep @{ n = '1..1000000' } -Sample 20 -Seed 43).Index | Should -Not -Be $first.Index
    }

    It 'refuses a seed with nothing to draw' {
        { New-BatchSweep @{ n = 1..3 } -Seed 1 } | Should -Throw -ErrorId 'SweepSeedAlone,*' -ExpectedMessage '*-Sample*'
    }

    It 'packs points into chunks' {
        $chunks = New-BatchSweep @{ n = 1..7 } -Chunk 3 -JobName 'n{n}'

        $chunks[0] | Should -BeOfType BatchTools.SweepChunk
        $chunks.ForEach{ $_.Points.Count } | Should -Be 3, 3, 1
        $chunks.JobName | Should -Be n1, n4, n7
    }

    It 'makes a million points in constant memory' {
        $null = New-BatchSweep @{ n = '1..1000' }
        $before = [GC]::GetTotalMemory($true)
        $most = 0
        $count = 0
        New-BatchSweep @{ n = '1..1000000' } -JobName 'run-{n}' | ForEach-Object {
            if (++$count % 250000 -eq 0) {
                $most = [math]::Max($most, [GC]::GetTotalMemory($true) - $before)
            }
        }

        $count | Should -Be 1000000
        $most | Should -BeLessThan 16MB
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
