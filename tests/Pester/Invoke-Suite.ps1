<#
.SYNOPSIS
    Runs the Pester suite against the module of this checkout, and writes the counts and the failures into a JSON file.
#>
[CmdletBinding()]
param(
    # The file for the counts. Default: TestResults/pester.json in the checkout.
    [string] $ResultPath = (Join-Path $PSScriptRoot ../../TestResults/pester.json)
)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.0
$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.RenderMode = 'Plaintext'
$result = Invoke-Pester -Configuration $configuration

$failures = @(
    foreach ($test in $result.Failed) {
        @{ Name = $test.ExpandedPath; Message = "$($test.ErrorRecord)" }
    }

    foreach ($file in $result.FailedContainers + $result.FailedBlocks) {
        @{ Name = "$file"; Message = "$($file.ErrorRecord)" }
    }
)
$null = New-Item (Split-Path $ResultPath) -ItemType Directory -Force
[ordered]@{
    Passed   = $result.PassedCount
    Failed   = $failures.Count
    Skipped  = $result.SkippedCount
    Seconds  = [math]::Round($result.Duration.TotalSeconds, 1)
    Failures = $failures
} | ConvertTo-Json -Depth 4 | Set-Content $ResultPath
