BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $cases = Resolve-Path "$PSScriptRoot/../BatchTools.Core.Tests/WorkloadFiles/Cases"
}

AfterAll {
    Stop-TestEngine
}

Describe 'Register-BatchJobDefinition' {
    It 'registers a definition out of parameters' {
        $definition = Register-BatchJobDefinition -Name simulate -Image busybox -Command sh, -c, 'echo Ref::t' -Parameter @{ t = 1.5 } -Environment @{ A = 'b' } -Vcpu 2 -Memory 2GB -Attempt 3 -Timeout 10m -Tag @{ Team = 'md' }

        $definition | Should -BeOfType BatchTools.JobDefinition
        "$definition" | Should -Be 'simulate:1'
        $definition.Command | Should -Be sh, -c, 'echo Ref::t'
        $definition.Parameters['t'] | Should -Be '1.5'
        $definition.Environment['A'] | Should -Be b
        $definition.Vcpu | Should -Be 2
        $definition.Memory | Should -Be 2048
        $definition.Attempts | Should -Be 3
        $definition.Timeout | Should -Be ([timespan]'00:10:00')
        $definition.Tags['Team'] | Should -Be md
    }

    It 'gives a name that exists its next revision if something differs' {
        (Register-BatchJobDefinition -Name twice -Image busybox).Revision | Should -Be 1
        (Register-BatchJobDefinition -Name twice -Image busybox -Environment @{ B = 1; A = 2 }).Revision | Should -Be 2
        (Register-BatchJobDefinition -Name twice -Image busybox -Environment @{ A = 2; B = 1 } -Vcpu 1 -PlatformCapability EC2).Revision | Should -Be 2
        (Register-BatchJobDefinition -Name twice -Image busybox -Environment @{ A = 2; B = 1 } -Force).Revision | Should -Be 3
    }

    It 'takes a definition from the pipeline for the next revision' {
        $null = Register-BatchJobDefinition -Name piped -Image busybox -Command sh, -c, true -Environment @{ A = 1 } -Tag @{ Team = 'md' }

        $next = Get-BatchJobDefinition piped | Register-BatchJobDefinition -Memory 4GB -Gpu 1

        "$next" | Should -Be 'piped:2'
        $next.Memory, $next.Vcpu, $next.Gpu | Should -Be 4096, 1, 1
        $next.Environment['A'], $next.Tags['Team'], $next.Command[1] | Should -Be 1, md, -c
    }

    It 'takes hashtables, objects, JSON text and files from the pipeline' {
        (@{ jobDefinitionName = 'hash'; type = 'container'; containerProperties = @{ image = 'busybox'; vcpus = 2; memory = 64 } } | Register-BatchJobDefinition).Vcpu | Should -Be 2
        ([pscustomobject]@{ Name = 'object'; Type = 'container'; Image = 'busybox'; Vcpu = 1; Memory = 64 } | Register-BatchJobDefinition).Memory | Should -Be 64
        ('{ "jobDefinitionName": "text", "type": "container", "containerProperties": { "image": "busybox", "vcpus": 1, "memory": 64 } }' | Register-BatchJobDefinition -Memory 128).Memory | Should -Be 128
        (Get-Item "$cases/job-definition.data-processing.json" | Register-BatchJobDefinition -Name other).JobDefinitionName | Should -Be other
    }

    It 'reaches every part of a container by a hashtable or JSON text, under the flat parameters' {
        $definition = Register-BatchJobDefinition -Name whole -Image busybox -ContainerProperty @{
            image = 'other'; readonlyRootFilesystem = $true; ulimits = @(@{ name = 'nofile'; softLimit = 1; hardLimit = 2 }) } -RetryStrategy '{ "attempts": 2, "evaluateOnExit": [ { "onExitCode": "7", "action": "EXIT" } ] }'

        $container = $definition.Raw['containerProperties']
        $container['image'], $container['readonlyRootFilesystem'], $container['ulimits'][0]['hardLimit'] | Should -Be busybox, $true, 2
        $definition.Raw['retryStrategy']['evaluateOnExit'][0]['onExitCode'] | Should -Be 7
    }

    It 'answers an unknown member with the nearest right name, and registers nothing' {
        Register-BatchJobDefinition -Name unknown -Image busybox -ContainerProperty @{ ulimit = @() } -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Match "containerProperties\.ulimit: .*'ulimits'"
        Get-BatchJobDefinition unknown -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'asks for what runs' {
        Register-BatchJobDefinition -Name nothing-runs -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'DefinitionEmpty,*'
    }

    It 'shows with -WhatIf what differs from the current revision' {
        $null = Register-BatchJobDefinition -Name shown -Image busybox -Environment @{ A = 1; B = 2 } -Memory 64

        $said = & {
            $null = Start-Transcript (Join-Path $TestDrive transcript.txt)
            Get-BatchJobDefinition shown | Register-BatchJobDefinition -Memory 128 -Environment @{ A = 3; C = 4 } -WhatIf
            $null = Stop-Transcript
            Get-Content (Join-Path $TestDrive transcript.txt) -Raw
        }

        $said | Should -Match 'environment\[A\]: 1 → 3'
        $said | Should -Match 'environment\[B\]: 2 → \(nothing\)'
        $said | Should -Match 'environment\[C\]: \(nothing\) → 4'
        $said | Should -Match 'resourceRequirements\[MEMORY\]: 64 → 128'
        (Get-BatchJobDefinition shown).Revision | Should -Be 1
    }

    It 'reads times as durations and numbers as seconds' {
        (Register-BatchJobDefinition -Name seconds -Image busybox -Timeout 90).Timeout | Should -Be ([timespan]'00:01:30')
        (Register-BatchJobDefinition -Name span -Image busybox -Timeout 04:00:00).Timeout | Should -Be ([timespan]'04:00:00')
    }

    It 'registers a definition out of a file in AWS''s own shape' {
        $file = Join-Path $TestDrive definition.json
        Set-Content $file '{ "jobDefinitionName": "from-file", "type": "container", "retryStrategy": { "attempts": 2 },
            "containerProperties": { "image": "busybox", "command": ["echo", "hi"], "resourceRequirements": [ { "type": "VCPU", "value": "1" }, { "type": "MEMORY", "value": "128" } ] } }'

        $definition = Register-BatchJobDefinition -Path $file

        $definition.Name | Should -Be from-file
        $definition.Attempts | Should -Be 2
        $definition.Memory | Should -Be 128
    }

    It 'takes a file without a type for a container, with a warning' {
        $file = Join-Path $TestDrive untyped.json
        Set-Content $file '{ "jobDefinitionName": "untyped", "containerProperties": { "image": "busybox", "vcpus": 1, "memory": 64 } }'

        $definition = Register-BatchJobDefinition -Path $file -WarningVariable warning -WarningAction SilentlyContinue

        $definition.Type | Should -Be container
        $warning.Count | Should -Be 1
    }

    It 'reports a wrong member with its place, and registers nothing' {
        $file = Join-Path $TestDrive wrong.json
        Set-Content $file "{`n  ""jobDefinitionName"": ""wrong"", ""type"": ""container"",`n  ""containerPropertys"": { }`n}"

        Register-BatchJobDefinition -Path $file -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -Match 'wrong\.json\(3,3\).*containerProperties'
        Get-BatchJobDefinition wrong -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'registers nothing with -WhatIf' {
        Register-BatchJobDefinition -Name nothing -Image busybox -WhatIf

        Get-BatchJobDefinition nothing -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}

Describe 'Definitions as the documents of AWS and of others give them' {
    It 'registers <File>' -ForEach @(
        @{ File = 'job-definition.data-processing.json'; Vcpu = 2; Memory = 4096; Warnings = 0 }
        @{ File = 'job-definition.ml-training.json'; Vcpu = 4; Memory = 16384; Gpu = 1; Warnings = 0 }
        @{ File = 'job-definition.s3-data-processor.without-type.json'; Vcpu = 1; Memory = 512; Warnings = 3 }
    ) {
        $definition = Register-BatchJobDefinition -Path "$cases/$File" -WarningVariable warning -WarningAction SilentlyContinue

        $definition.Status, $definition.Type | Should -Be ACTIVE, container
        $definition.Vcpu, $definition.Memory, $definition.Gpu | Should -Be $Vcpu, $Memory, $Gpu
        $definition.Raw['containerProperties'].Keys | Should -Not -Contain vcpus -Because 'AWS takes resourceRequirements or the older members, never both'
        $warning.Count | Should -Be $Warnings
        (Register-BatchJobDefinition -Path "$cases/$File" -WarningAction SilentlyContinue).Revision | Should -Be $definition.Revision
    }

    It 'keeps everything of the data-processing definition' {
        $definition = Register-BatchJobDefinition -Path "$cases/job-definition.data-processing.json"

        $definition.Attempts, $definition.Timeout | Should -Be 3, ([timespan]'01:00:00')
        $definition.Parameters.Keys | Sort-Object | Should -Be inputPath, outputPath
        $definition.Parameters['inputPath'] | Should -Be ''
        $container = $definition.Raw['containerProperties']
        $container['ulimits'][0]['hardLimit'], $container['mountPoints'][0]['containerPath'], $container['volumes'][0]['host']['sourcePath'] | Should -Be 1024, /tmp, /tmp
    }

    It 'registers the multi-node definition, and runs it as a job of 4 nodes' {
        (Register-BatchJobDefinition -Path "$cases/job-definition.mpi-training.multinode.json").Type | Should -Be multinode
        $request = Get-Content "$cases/job-definition.mpi-training.multinode.json" -Raw | ConvertFrom-Json -AsHashtable
        $request.nodeProperties.nodeRangeProperties[0].container = @{
            image = 'mpi-app'
            command = 'sh', '-c', 'echo node $AWS_BATCH_JOB_NODE_INDEX of $AWS_BATCH_JOB_NUM_NODES'
            resourceRequirements = @{ type = 'VCPU'; value = 0.25 }, @{ type = 'MEMORY'; value = 64 }
        }
        $definition = $request | Register-BatchJobDefinition

        "$definition" | Should -Be 'mpi-training-job:2'
        $job = Submit-BatchJob -JobName mpi -JobQueue local -JobDefinition $definition | Wait-BatchJob -Timeout 60

        $job.Status | Should -Be SUCCEEDED
        $job.Raw['nodeProperties']['numNodes'] | Should -Be 4
    }
}
