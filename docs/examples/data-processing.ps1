#Requires -Version 7.4
<#
.SYNOPSIS
    Five days × four types of records, cleaned, summed up and compressed, 15 jobs at a time.
.DESCRIPTION
    Creates the environment, the queue and the job definition that the jobs need, runs them on the local engine, and writes a report.
    The same as data-processing.json, step by step. In a checkout, ./build.ps1 makes the module first.
.EXAMPLE
    docs/examples/data-processing.ps1
#>
[CmdletBinding()]
param(
    # Where the report goes: a name that ends in .html, .json or .csv.
    [string] $Report = 'data-processing.html'
)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../../BatchTools.psd1"

$program = "$PSScriptRoot/programs/bin/data-processing.dll"
if (-not (Test-Path $program)) {
    dotnet build "$PSScriptRoot/programs/data-processing" --nologo --verbosity quiet
}

$connection = Connect-Batch -Local

if (-not (Get-BatchJobQueue data-processing-queue -ErrorAction Ignore)) {
    $null = New-BatchComputeEnvironment data-processing -ResourceType EC2 -MaxVcpu 15 -InstanceType optimal `
        -Subnet subnet-0123456789abcdef0 -InstanceRole ecsInstanceRole
    $null = New-BatchJobQueue data-processing-queue -ComputeEnvironment data-processing -Priority 50
}

$command = @(
    'dotnet', $program,
    '--date', 'Ref::date',
    '--dataType', 'Ref::dataType',
    '--format', 'Ref::format',
    '--compression', 'Ref::compression',
    '--output', "$PSScriptRoot/results/data-processing"
)
$null = Register-BatchJobDefinition data-processing-etl -Image any -Command $command -Vcpu 1 -Memory 256 `
    -Attempt 3 -Timeout 01:00:00

# Each job goes on to the report the moment it has finished.
New-BatchSweep ([ordered]@{
    date     = '2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'
    dataType = 'transactions', 'events', 'logs', 'metrics'
}) -Fixed @{ format = 'jsonl'; compression = 'gzip' } -JobName 'etl-{dataType}-{date}' |
    Submit-BatchJob -JobQueue data-processing-queue -JobDefinition data-processing-etl -Workload data-processing -ThrottleLimit 15 |
    Wait-BatchJob |
    Measure-BatchWorkload |
    Tee-Object -Variable summary |
    Export-BatchReport $Report

$summary
$connection | Disconnect-Batch
