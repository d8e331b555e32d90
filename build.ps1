#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds BatchTools; alone, everything that Import-Module ./BatchTools.psd1 needs.
.EXAMPLE
    ./build.ps1
    Builds the module and renews docs/cmdlets and docs/workload.schema.json.
.EXAMPLE
    ./build.ps1 Build Test
    Builds the module and runs every test, the Pester suite included.
.EXAMPLE
    ./build.ps1 Stage
    Builds the module and lays out the package in artifacts/BatchTools.
#>
[CmdletBinding()]
param(
    # What to do, in order.
    [Parameter(Position = 0, ValueFromRemainingArguments)]
    [ValidateSet('Build', 'Test', 'Stage', 'Bench')]
    [string[]] $Task = 'Build',

    # The configuration of the .NET projects.
    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release'
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot

# Runs dotnet, and fails if it does.
function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $args ended with exit code $LASTEXITCODE."
    }
}

# The module, in module/bin, with its help, the pages in docs/cmdlets, and docs/workload.schema.json.
function Build {
    Invoke-DotNet build "$root/src/BatchTools.PowerShell" --configuration $Configuration --nologo --verbosity quiet '-p:CmdletDocs=true'
    # The schema of workload files is made from the same models; in a shell of its own, as this one would keep the assembly loaded.
    & (Get-Process -Id $PID).Path -NoProfile -Command "Add-Type -Path '$root/module/bin/BatchTools.Core.dll'; [BatchTools.WorkloadSchema]::WriteTo('$root/docs/workload.schema.json')"
    if ($LASTEXITCODE -ne 0) {
        throw "docs/workload.schema.json could not be written."
    }

    Write-Host "Built. Now: Import-Module $(Resolve-Path -Relative "$root/BatchTools.psd1")"
}

# Every test project; BatchTools.PowerShell.Tests runs the Pester suite.
function Test {
    Invoke-DotNet test "$root/BatchTools.sln" --configuration $Configuration --nologo
}

# The package as a gallery takes it: the manifest and the module, without what only a checkout needs.
function Stage {
    Build
    $package = "$root/artifacts/BatchTools"
    Remove-Item $package -Recurse -Force -ErrorAction Ignore
    $null = New-Item $package -ItemType Directory
    Copy-Item "$root/BatchTools.psd1", "$root/module" $package -Recurse
    Get-ChildItem "$package/module/bin" -Filter *.pdb | Remove-Item
    Remove-Item "$package/module/about_BatchTools.help.txt" # is in bin/en-US
    $null = Test-ModuleManifest "$package/BatchTools.psd1"
    Write-Host "Staged in $package."
}

# How long importing the module takes in a fresh PowerShell, and how fast the local engine is; see docs/benchmarks.md.
function Bench {
    & "$root/tests/Benchmarks/Measure-Import.ps1" -Manifest "$root/BatchTools.psd1"
    Invoke-DotNet build "$root/src/BatchTools.Cli" --configuration $Configuration --nologo --verbosity quiet
    & "$root/tests/Benchmarks/Measure-Logs.ps1" -Manifest "$root/BatchTools.psd1" -Cli "$root/src/BatchTools.Cli/bin/$Configuration/net10.0/batchtools.dll" | Format-Table
    & "$root/tests/Benchmarks/Measure-Submit.ps1" -Manifest "$root/BatchTools.psd1" -Cli "$root/src/BatchTools.Cli/bin/$Configuration/net10.0/batchtools.dll" | Format-Table
    & "$root/tests/Benchmarks/Measure-Jobs.ps1" -Manifest "$root/BatchTools.psd1" -Cli "$root/src/BatchTools.Cli/bin/$Configuration/net10.0/batchtools.dll" | Format-Table
    Invoke-DotNet run --project "$root/tests/Benchmarks" --configuration Release
}

foreach ($name in $Task) {
    & $name
}
