BeforeDiscovery {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module "$root/BatchTools.psd1"
    $cmdlets = Get-Command -Module BatchTools | ForEach-Object { @{ Name = $_.Name; Command = $_ } }
    $types = $cmdlets.Command.OutputType.Type | Where-Object Namespace -eq BatchTools | Sort-Object FullName -Unique | ForEach-Object { @{ Type = $_ } }
}

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters

    # The parameters that are the cmdlet's own.
    function Get-OwnParameter([System.Management.Automation.CommandInfo] $Command) {
        $Command.Parameters.Values | Where-Object Name -NotIn $common
    }
}

Describe 'The manifest' {
    It 'lists every cmdlet of the assembly by name, and nothing else' {
        $listed = (Import-PowerShellDataFile "$root/BatchTools.psd1").CmdletsToExport
        $classes = Get-ChildItem "$root/src/BatchTools.PowerShell/Commands" -Filter *Command.cs

        (Get-Command -Module BatchTools).Name | Sort-Object | Should -Be ($listed | Sort-Object)
        $classes.Count | Should -Be $listed.Count
    }

    It 'is valid' {
        { Test-ModuleManifest "$root/BatchTools.psd1" } | Should -Not -Throw
    }
}

Describe '<Name>' -ForEach $cmdlets {
    It 'has an approved verb and a singular noun that begins with Batch' {
        (Get-Verb).Verb | Should -Contain $Command.Verb
        $Command.Noun | Should -Match '^Batch'
        $Command.Noun | Should -Not -Match '[^s]s$'
    }

    It 'has a class and a file of its name' {
        $class = $Name.Replace('-', '') + 'Command'

        $Command.ImplementingType.FullName | Should -Be "BatchTools.PowerShell.Commands.$class"
        "$root/src/BatchTools.PowerShell/Commands/$class.cs" | Should -Exist
    }

    It 'has a test file' {
        "$PSScriptRoot/$Name.Tests.ps1" | Should -Exist
    }

    It 'completes no value that stands for what is not known' {
        foreach ($parameter in Get-OwnParameter $Command) {
            $type = if ($parameter.ParameterType.IsArray) { $parameter.ParameterType.GetElementType() } else { [Nullable]::GetUnderlyingType($parameter.ParameterType) ?? $parameter.ParameterType }
            if ($type.IsEnum -and 'UNKNOWN' -cin [enum]::GetNames($type)) {
                $offered = (TabExpansion2 "$Name -$($parameter.Name) ").CompletionMatches.CompletionText
                $offered | Should -Not -BeNullOrEmpty
                $offered | Should -Not -Contain UNKNOWN -Because "-$($parameter.Name) cannot be that"
            }
        }
    }

    It 'says what it writes, in types that are ours or PowerShell''s' {
        $Command.OutputType.Count | Should -BeGreaterThan 0
        $Command.OutputType.Type | ForEach-Object { $_.Namespace | Should -BeIn BatchTools, System.IO, System, System.Management.Automation }
    }

    It 'has help: a synopsis, examples, and a description of each parameter' {
        $help = Get-Help $Name -Full

        $help.Synopsis.Trim() | Should -Not -Match "^$Name"
        $help.Synopsis.Trim() | Should -Not -BeNullOrEmpty
        @($help.Examples.Example).Count | Should -BeGreaterThan 0
        $described = @{}
        foreach ($parameter in $help.Parameters.Parameter) {
            $described[$parameter.Name] = ($parameter.Description | Out-String).Trim()
        }

        foreach ($parameter in Get-OwnParameter $Command) {
            $described[$parameter.Name] | Should -Not -BeNullOrEmpty -Because "-$($parameter.Name) needs a description"
        }
    }

    It 'has a page in docs/cmdlets' {
        "$root/docs/cmdlets/$Name.md" | Should -Exist
    }

    It 'completes whatever takes a name of something that exists' {
        $named = 'Job', 'JobQueue', 'JobDefinition', 'ComputeEnvironment', 'Connection', 'ProfileName', 'Region', 'Workload', 'DependsOn'
        $noun = $Command.Noun.Replace('Batch', '')
        foreach ($parameter in Get-OwnParameter $Command) {
            $takesName = $parameter.Name -in $named -or ($parameter.Name -eq 'Name' -and $Command.Verb -in 'Get', 'Register', 'Measure')
            if (-not $takesName -or $parameter.SwitchParameter -or $parameter.ParameterType.FullName -eq 'BatchTools.Job[]') {
                continue
            }

            $parameter.Attributes.Where{ $_ -is [System.Management.Automation.ArgumentCompleterAttribute] }.Count |
                Should -Be 1 -Because "-$($parameter.Name) of $noun takes a name"
        }
    }

    It 'has parameters of standard names and types' {
        foreach ($parameter in Get-OwnParameter $Command) {
            $parameter.Name | Should -MatchExactly '^[A-Z]'
            if ($parameter.Name -match 'Timeout') {
                $parameter.ParameterType | Should -Be ([Nullable[timespan]])
            }

            $parameter.ParameterType.FullName | Should -Not -Match 'Amazon' -Because 'no type of AWS leaves the module'
        }
    }

    It 'takes one parameter from the pipeline by value in each set at most' {
        foreach ($set in $Command.ParameterSets) {
            @($set.Parameters.Where{ $_.ValueFromPipeline }).Count | Should -BeLessOrEqual 1 -Because "set $($set.Name)"
        }
    }

    It 'supports -WhatIf and -Confirm if it changes something' {
        $changes = $Command.Verb -notin 'Connect', 'ConvertTo', 'Find', 'Get', 'Import', 'Measure', 'Test', 'Wait' -and $Name -ne 'New-BatchSweep'

        $Command.Parameters.ContainsKey('WhatIf') | Should -Be $changes
    }

    It 'needs a connection, and says so, or works without one' {
        $parameters = switch ($Name) {
            Connect-Batch { return }
            Disconnect-Batch { @{} }
            Export-BatchReport { return }
            Get-BatchConnection { return }
            { $_ -in 'ConvertTo-BatchTerraform', 'Import-BatchWorkload', 'Test-BatchWorkload' } { return }
            Export-BatchWorkload { @{ Path = 'x.json' } }
            New-BatchSweep { return }
            Publish-BatchMetric { return }
            { $_ -in 'Deploy-BatchResource', 'Invoke-BatchWorkload', 'Remove-BatchResource' } { @{ Path = "$PSScriptRoot/Cases/infrastructure.batch-processor.json" } }
            New-BatchComputeEnvironment { @{ Name = 'x'; ResourceType = 'FARGATE'; MaxVcpu = 1 } }
            New-BatchQuotaShare { @{ Name = 'x'; JobQueue = 'x' } }
            New-BatchJobQueue { @{ Name = 'x'; ComputeEnvironment = 'x' } }
            Register-BatchJobDefinition { @{ Name = 'x'; Image = 'x' } }
            Add-BatchTag { @{ Resource = 'arn:x'; Tag = @{ A = 1 } } }
            Get-BatchTag { @{ Resource = 'arn:x' } }
            Remove-BatchTag { @{ Resource = 'arn:x'; Key = 'A' } }
            Set-BatchServiceJob { @{ Job = 'x'; SchedulingPriority = 1 } }
            Stop-BatchServiceJob { @{ Job = 'x' } }
            Submit-BatchServiceJob { @{ JobName = 'x'; JobQueue = 'x'; Payload = '{}' } }
            Submit-BatchJob { @{ JobName = 'x'; JobQueue = 'x'; JobDefinition = 'x' } }
            { $_ -in 'Measure-BatchCost', 'Measure-BatchWorkload', 'Resume-BatchWorkload', 'Unregister-BatchJobDefinition' -or $_ -match '^(Enable|Disable|Remove|Set)-Batch(?!Tag|ServiceJob|Resource)' -or $_ -in 'New-BatchConsumableResource', 'New-BatchSchedulingPolicy', 'New-BatchServiceEnvironment' } { @{ Name = 'x' } }
            { $_ -in 'Find-BatchJobError', 'Get-BatchJobLog', 'Restart-BatchJob', 'Save-BatchJobLog', 'Stop-BatchJob', 'Wait-BatchJob' } { @{ Job = '00000000-0000-0000-0000-000000000000' } }
            default { @{} }
        }

        { & $Name @parameters -ErrorAction Stop } | Should -Throw -ErrorId "NotConnected,$($Command.ImplementingType.FullName)" -ExpectedMessage '*Connect-Batch -Local*'
    }
}

Describe 'Errors' {
    BeforeAll {
        . $PSScriptRoot/TestEngine.ps1
        Start-TestEngine
    }

    AfterAll {
        Stop-TestEngine
    }

    It '<Name> honours -ErrorAction' -ForEach @(
        @{ Name = 'Add-BatchTag'; Parameters = @{ Resource = 'arn:aws:batch:us-east-1:000000000000:job-queue/nope'; Tag = @{ A = 1 } } }
        @{ Name = 'Deploy-BatchResource'; Parameters = @{ Path = 'nope.json' } }
        @{ Name = 'Invoke-BatchWorkload'; Parameters = @{ Path = 'nope.json' } }
        @{ Name = 'Disable-BatchComputeEnvironment'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Disable-BatchJobQueue'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Enable-BatchComputeEnvironment'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Enable-BatchJobQueue'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Get-BatchComputeEnvironment'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Get-BatchConnection'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Get-BatchConsumableResource'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Get-BatchJob'; Parameters = @{ Job = '00000000-0000-0000-0000-000000000000' } }
        @{ Name = 'Get-BatchJobDefinition'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Get-BatchJobLog'; Parameters = @{ Job = '00000000-0000-0000-0000-000000000000' } }
        @{ Name = 'Get-BatchJobQueue'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Get-BatchJobQueueSnapshot'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Get-BatchQuotaShare'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Get-BatchSchedulingPolicy'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Get-BatchServiceEnvironment'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Get-BatchServiceJob'; Parameters = @{ Job = 'nope' } }
        @{ Name = 'Get-BatchTag'; Parameters = @{ Resource = 'arn:aws:batch:us-east-1:000000000000:job-queue/nope' } }
        @{ Name = 'Measure-BatchCost'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Measure-BatchJobQueue'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Measure-BatchWorkload'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'New-BatchComputeEnvironment'; Parameters = @{ Path = 'nope.json' } }
        @{ Name = 'New-BatchConsumableResource'; Parameters = @{ Path = 'nope.json' } }
        @{ Name = 'New-BatchJobQueue'; Parameters = @{ Name = 'x'; ComputeEnvironment = 'nope' } }
        @{ Name = 'New-BatchQuotaShare'; Parameters = @{ Path = 'nope.json' } }
        @{ Name = 'New-BatchSchedulingPolicy'; Parameters = @{ Path = 'nope.json' } }
        @{ Name = 'New-BatchServiceEnvironment'; Parameters = @{ Path = 'nope.json' } }
        @{ Name = 'Register-BatchJobDefinition'; Parameters = @{ Path = 'nope.json' } }
        @{ Name = 'Remove-BatchComputeEnvironment'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Remove-BatchConsumableResource'; Parameters = @{ Name = 'nope'; Force = $true } }
        @{ Name = 'Remove-BatchJobQueue'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Remove-BatchQuotaShare'; Parameters = @{ Name = 'nope'; Force = $true } }
        @{ Name = 'Remove-BatchResource'; Parameters = @{ Path = 'nope.json' } }
        @{ Name = 'Remove-BatchSchedulingPolicy'; Parameters = @{ Name = 'nope'; Force = $true } }
        @{ Name = 'Remove-BatchServiceEnvironment'; Parameters = @{ Name = 'nope'; Force = $true } }
        @{ Name = 'Remove-BatchTag'; Parameters = @{ Resource = 'arn:aws:batch:us-east-1:000000000000:job-queue/nope'; Key = 'A' } }
        @{ Name = 'Set-BatchComputeEnvironment'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Set-BatchConsumableResource'; Parameters = @{ Name = 'nope'; Quantity = 1 } }
        @{ Name = 'Set-BatchJobQueue'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Set-BatchQuotaShare'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Set-BatchSchedulingPolicy'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Set-BatchServiceEnvironment'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Set-BatchServiceJob'; Parameters = @{ Job = 'nope'; SchedulingPriority = 1 } }
        @{ Name = 'Stop-BatchJob'; Parameters = @{ Job = '00000000-0000-0000-0000-000000000000' } }
        @{ Name = 'Stop-BatchServiceJob'; Parameters = @{ Job = 'nope' } }
        @{ Name = 'Submit-BatchJob'; Parameters = @{ JobName = 'x'; JobQueue = 'nope'; JobDefinition = 'hello' } }
        @{ Name = 'Submit-BatchServiceJob'; Parameters = @{ Path = 'nope.json' } }
        @{ Name = 'Unregister-BatchJobDefinition'; Parameters = @{ Name = 'nope' } }
        @{ Name = 'Wait-BatchJob'; Parameters = @{ Job = '00000000-0000-0000-0000-000000000000'; Timeout = 1 } }
    ) {
        { & $Name @Parameters -ErrorAction SilentlyContinue -ErrorVariable problem } | Should -Not -Throw
        $problem = $null
        $null = & $Name @Parameters -ErrorAction SilentlyContinue -ErrorVariable problem
        @($problem).Count | Should -BeGreaterThan 0
        $problem[0].FullyQualifiedErrorId | Should -BeLike "*,BatchTools.PowerShell.Commands.$($Name.Replace('-', ''))Command"
        $problem[0].CategoryInfo.Category | Should -Not -Be NotSpecified
        "$($problem[0])" | Should -Not -Match "`n" -Because 'a message is one line'
        { & $Name @Parameters -ErrorAction Stop } | Should -Throw
    }
}

Describe 'The type <Type.FullName>' -ForEach $types {
    It 'has a table view, before any other' {
        $views = @((Get-FormatData $Type.FullName -PowerShellVersion $PSVersionTable.PSVersion).FormatViewDefinition)

        # Logs and findings read as lines, not as tables.
        $control = $Type.Name -in 'JobLogEvent', 'WorkloadFinding' ? 'CustomControl' : 'TableControl'
        $views[0].Control | Should -BeOfType "System.Management.Automation.$control"
    }

    It 'has default properties for lists' {
        $properties = (Get-TypeData $Type.FullName).DefaultDisplayPropertySet.ReferencedProperties

        # A line of a log stays one line, with its control characters made visible.
        if ($Type.Name -eq 'JobLogEvent') {
            $properties | Should -Be Log
        }
        else {
            $properties.Count | Should -BeGreaterThan 2
        }
    }

    It 'shows and lists only properties that it has' {
        $columns = (Get-FormatData $Type.FullName -PowerShellVersion $PSVersionTable.PSVersion).FormatViewDefinition.Control.Rows.Columns.DisplayEntry
        $names = @($columns | Where-Object ValueType -eq Property | ForEach-Object Value) +
            @((Get-TypeData $Type.FullName).DefaultDisplayPropertySet.ReferencedProperties) +
            @($columns | Where-Object ValueType -eq ScriptBlock | ForEach-Object { [regex]::Matches($_.Value, '\$_\.(\w+)').ForEach{ $_.Groups[1].Value } })

        $names | Should -BeIn (@($Type.GetProperties().Name) + @((Get-TypeData $Type.FullName).Members.Keys))
    }

    It 'has nothing of AWS in its properties' {
        $Type.GetProperties().PropertyType.FullName | Should -Not -Match 'Amazon'
    }
}
