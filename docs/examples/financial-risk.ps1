#Requires -Version 7.4
<#
.SYNOPSIS
    Value at risk and expected shortfall of five portfolios by Monte Carlo, up to 10 jobs at a time.
.DESCRIPTION
    Creates the environment, the queue and the job definition that the jobs need, runs them on the local engine, and writes a report.
    The same as financial-risk.json, step by step. In a checkout, ./build.ps1 makes the module first.
.EXAMPLE
    docs/examples/financial-risk.ps1
#>
[CmdletBinding()]
param(
    # Where the report goes: a name that ends in .html, .json or .csv.
    [string] $Report = 'financial-risk.html'
)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../../BatchTools.psd1"

$program = "$PSScriptRoot/programs/bin/risk-analysis.dll"
if (-not (Test-Path $program)) {
    dotnet build "$PSScriptRoot/programs/risk-analysis" --nologo --verbosity quiet
}

$connection = Connect-Batch -Local

if (-not (Get-BatchJobQueue financial-queue -ErrorAction Ignore)) {
    $null = New-BatchComputeEnvironment financial -ResourceType EC2 -MaxVcpu 10 -InstanceType optimal `
        -Subnet subnet-0123456789abcdef0 -InstanceRole ecsInstanceRole
    $null = New-BatchJobQueue financial-queue -ComputeEnvironment financial -Priority 200
}

$command = @(
    'dotnet', $program,
    '--portfolio', 'Ref::portfolio',
    '--startDate', 'Ref::startDate',
    '--endDate', 'Ref::endDate',
    '--riskModel', 'Ref::riskModel',
    '--output', "$PSScriptRoot/results/financial-risk"
)
$null = Register-BatchJobDefinition financial-risk-analysis -Image any -Command $command -Vcpu 1 -Memory 512 `
    -Attempt 2 -Timeout 01:00:00 -Environment @{ SIMULATION_COUNT = '1000000'; CONFIDENCE_LEVEL = '0.95' }

# Each job goes on to the report the moment it has finished.
New-BatchSweep @{ portfolio = 'equity', 'fixed-income', 'commodities', 'forex', 'alternatives' } `
    -Fixed @{ startDate = '2024-01-01'; endDate = '2024-12-31'; riskModel = 'monte-carlo' } -JobName 'risk-analysis-{portfolio}' |
    Submit-BatchJob -JobQueue financial-queue -JobDefinition financial-risk-analysis -Workload financial-risk -ThrottleLimit 10 |
    Wait-BatchJob |
    Measure-BatchWorkload |
    Tee-Object -Variable summary |
    Export-BatchReport $Report

$summary
$connection | Disconnect-Batch
