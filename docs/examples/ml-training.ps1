#Requires -Version 7.4
<#
.SYNOPSIS
    Four models in miniature, trained on generated data, all at the same time.
.DESCRIPTION
    Creates the environment, the queue and the job definition that the jobs need, runs them on the local engine, and writes a report.
    The same as ml-training.json, step by step. In a checkout, ./build.ps1 makes the module first.
.EXAMPLE
    docs/examples/ml-training.ps1
#>
[CmdletBinding()]
param(
    # Where the report goes: a name that ends in .html, .json or .csv.
    [string] $Report = 'ml-training.html'
)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../../BatchTools.psd1"

$program = "$PSScriptRoot/programs/bin/ml-training.dll"
if (-not (Test-Path $program)) {
    dotnet build "$PSScriptRoot/programs/ml-training" --nologo --verbosity quiet
}

$connection = Connect-Batch -Local

if (-not (Get-BatchJobQueue ml-training-queue -ErrorAction Ignore)) {
    $null = New-BatchComputeEnvironment ml-training-environment -ResourceType SPOT -MaxVcpu 4 -InstanceType optimal -AllocationStrategy SPOT_CAPACITY_OPTIMIZED `
        -Subnet subnet-0123456789abcdef0 -InstanceRole ecsInstanceRole
    $null = New-BatchJobQueue ml-training-queue -ComputeEnvironment ml-training-environment -Priority 100
}

$command = @(
    'dotnet', $program,
    '--modelType', 'Ref::modelType',
    '--epochs', 'Ref::epochs',
    '--batchSize', 'Ref::batchSize',
    '--learningRate', 'Ref::learningRate',
    '--output', "$PSScriptRoot/results/ml-training"
)
$null = Register-BatchJobDefinition ml-training-job -Image any -Command $command -Vcpu 1 -Memory 256 `
    -Attempt 3 -Timeout 02:00:00

# Each job goes on to the report the moment it has finished.
New-BatchSweep @{ modelType = 'bert-base', 'bert-large', 'roberta-base', 'gpt2-medium' } `
    -Fixed @{ epochs = 10; batchSize = 32; learningRate = 0.005 } -JobName 'ml-training-{modelType}-{#}' |
    Submit-BatchJob -JobQueue ml-training-queue -JobDefinition ml-training-job -Workload ml-training -ThrottleLimit 4 |
    Wait-BatchJob |
    Measure-BatchWorkload |
    Tee-Object -Variable summary |
    Export-BatchReport $Report

$summary
$connection | Disconnect-Batch
