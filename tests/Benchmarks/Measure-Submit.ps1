<#
.SYNOPSIS
    Measures how fast Submit-BatchJob submits the points of a sweep as separate jobs to a server of the local engine, each time
    in a fresh PowerShell; the first time the server is fresh too.
#>
[CmdletBinding()]
param(
    # The module's manifest.
    [Parameter(Mandatory)]
    [string] $Manifest,

    # batchtools.dll, which serves the engine.
    [Parameter(Mandatory)]
    [string] $Cli,

    # The points of the sweep.
    [int] $Count = 10000,

    # How often to submit them.
    [int] $Round = 3
)

$ErrorActionPreference = 'Stop'
$folder = Join-Path ([System.IO.Path]::GetTempPath()) "batchtools-submit-$([guid]::NewGuid().ToString('N'))"
$data = Join-Path $folder data
$null = New-Item $data -ItemType Directory
$server = Start-Process dotnet -ArgumentList $Cli, serve, --port, 0, --data, $data -PassThru -RedirectStandardOutput "$folder/address" -RedirectStandardError "$folder/errors"
$pwsh = (Get-Process -Id $PID).Path
$start = "Import-Module '$Manifest'; `$null = Connect-Batch -Local -DataDirectory '$data'"

try {
    while (-not (Test-Path $data/aws.env)) {
        Start-Sleep -Milliseconds 100
    }

    # All vCPUs are taken, so that what is submitted waits.
    & $pwsh -NoProfile -Command "$start
        `$null = Register-BatchJobDefinition -Name waiting -Image none -Command sleep, 100000 -Memory 64
        `$null = Submit-BatchJob -JobName holder -JobQueue local -JobDefinition waiting -Vcpu $([System.Environment]::ProcessorCount)"
    foreach ($number in 1..$Round) {
        $server.Refresh()
        $before = $server.TotalProcessorTime
        $seconds, $client, $jobs = & $pwsh -NoProfile -Command "$start
            `$before = (Get-Process -Id `$PID).TotalProcessorTime
            `$watch = [System.Diagnostics.Stopwatch]::StartNew()
            `$jobs = New-BatchSweep @{ n = '1..$Count' } -JobName 'n-{n}' | Submit-BatchJob -JobQueue local -JobDefinition waiting -Workload 'round-$number'
            `$watch.Elapsed.TotalSeconds
            ((Get-Process -Id `$PID).TotalProcessorTime - `$before).TotalMilliseconds / $Count
            (`$jobs.JobId | Sort-Object -Unique).Count"
        if ([int]$jobs -ne $Count) {
            throw "$jobs jobs came out of $Count points."
        }

        $server.Refresh()
        [pscustomobject]@{
            Points = $Count; JobsPerSecond = [int]($Count / [double]$seconds)
            ClientMilliseconds = [math]::Round([double]$client, 3)
            ServerMilliseconds = [math]::Round(($server.TotalProcessorTime - $before).TotalMilliseconds / $Count, 3)
            Server = $number -eq 1 ? 'fresh' : 'warm'
        }
    }
}
finally {
    $server.Kill($true)
    $server.WaitForExit()
    Remove-Item $folder -Recurse -Force
}
