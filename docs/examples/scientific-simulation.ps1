#Requires -Version 7.4
<#
.SYNOPSIS
    A sweep of 7 temperatures × 5 pressures: liquid and supercritical argon by molecular dynamics, 20 jobs at a time.
.DESCRIPTION
    Creates the environment, the queue and the job definition that the jobs need, runs them on the local engine, and writes a report.
    The same as scientific-simulation.json, step by step. In a checkout, ./build.ps1 makes the module first.
.EXAMPLE
    docs/examples/scientific-simulation.ps1
#>
[CmdletBinding()]
param(
    # Where the report goes: a name that ends in .html, .json or .csv.
    [string] $Report = 'scientific-simulation.html'
)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../../BatchTools.psd1"

$program = "$PSScriptRoot/programs/bin/lennard-jones.dll"
if (-not (Test-Path $program)) {
    dotnet build "$PSScriptRoot/programs/lennard-jones" --nologo --verbosity quiet
}

$connection = Connect-Batch -Local

if (-not (Get-BatchJobQueue hpc-queue -ErrorAction Ignore)) {
    $null = New-BatchComputeEnvironment hpc -ResourceType EC2 -MaxVcpu 20 -InstanceType optimal `
        -Subnet subnet-0123456789abcdef0 -InstanceRole ecsInstanceRole
    $null = New-BatchJobQueue hpc-queue -ComputeEnvironment hpc -Priority 100
}

$command = @(
    'dotnet', $program,
    '--temperature', 'Ref::temperature',
    '--pressure', 'Ref::pressure',
    '--steps', 'Ref::steps',
    '--timestep', 'Ref::timestep',
    '--output', "$PSScriptRoot/results/scientific-simulation"
)
$null = Register-BatchJobDefinition scientific-simulation -Image any -Command $command -Vcpu 1 -Memory 256 `
    -Attempt 1 -Timeout 04:00:00 -Environment @{ SIMULATION_TYPE = 'molecular-dynamics'; PRECISION = 'double' }

# Each job goes on to the report the moment it has finished.
New-BatchSweep ([ordered]@{
    temperature = 250, 275, 300, 325, 350, 375, 400    # K
    pressure    = 1.0, 1.5, 2.0, 2.5, 3.0              # kbar
}) -Fixed @{ steps = 4000; timestep = 0.005 } -JobName 'simulation-T{temperature}-P{pressure:0.0}' |
    Submit-BatchJob -JobQueue hpc-queue -JobDefinition scientific-simulation -Workload scientific-simulation -ThrottleLimit 20 |
    Wait-BatchJob |
    Measure-BatchWorkload |
    Tee-Object -Variable summary |
    Export-BatchReport $Report

$summary
$connection | Disconnect-Batch
