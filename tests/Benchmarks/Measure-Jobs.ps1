<#
.SYNOPSIS
    Measures how Get-BatchJob lists very many jobs of a served engine: time to the first object, jobs a second, and the most
    memory that the shell held above one that does nothing, each time in a fresh PowerShell.
#>
[CmdletBinding()]
param(
    # The module's manifest.
    [Parameter(Mandatory)]
    [string] $Manifest,

    # batchtools.dll, which serves the engine.
    [Parameter(Mandatory)]
    [string] $Cli,

    # The jobs; simulated ones.
    [int] $Count = 100000
)

$ErrorActionPreference = 'Stop'
$folder = Join-Path ([System.IO.Path]::GetTempPath()) "batchtools-jobs-$([guid]::NewGuid().ToString('N'))"
$data = Join-Path $folder data
$null = New-Item $data -ItemType Directory
$server = Start-Process dotnet -ArgumentList $Cli, serve, --port, 0, --data, $data, --runner, simulated -PassThru -RedirectStandardOutput "$folder/address" -RedirectStandardError "$folder/errors"
$pwsh = (Get-Process -Id $PID).Path
$start = "Import-Module '$Manifest'; `$null = Connect-Batch -Local -DataDirectory '$data'"
$peak = "(Get-Content /proc/`$PID/status | Select-String '^VmHWM:\s+(\d+)').Matches[0].Groups[1].Value / 1024"

try {
    while (-not (Test-Path $data/aws.env)) {
        Start-Sleep -Milliseconds 100
    }

    & $pwsh -NoProfile -Command "$start
        `$null = Register-BatchJobDefinition -Name idle -Image none -Command true -Memory 64
        New-BatchSweep @{ n = '1..$Count' } -JobName 'n-{n}' | Submit-BatchJob -JobQueue local -JobDefinition idle | Out-Null"
    [double]$bare = & $pwsh -NoProfile -Command "1 | ForEach-Object { `$_ } | Out-Null; $peak"
    [double]$connected = & $pwsh -NoProfile -Command "$start; $peak"
    [pscustomobject]@{ Command = 'import and connect'; Jobs = 0; FirstSeconds = $null; Seconds = $null; MiBAboveBareShell = [int]($connected - $bare) }
    foreach ($command in 'Get-BatchJob', 'Get-BatchJob -Status SUCCEEDED', 'Get-BatchJob -JobName n-*', 'Get-BatchJob -Detail') {
        $first, $seconds, $jobs, $highest = & $pwsh -NoProfile -Command "$start
            `$watch = [System.Diagnostics.Stopwatch]::StartNew(); `$count = 0; `$first = `$null
            $command | ForEach-Object { if (`$count++ -eq 0) { `$first = `$watch.Elapsed.TotalSeconds } }
            `$first; `$watch.Elapsed.TotalSeconds; `$count; $peak"
        [pscustomobject]@{
            Command = $command; Jobs = [int]$jobs; FirstSeconds = [math]::Round([double]$first, 2); Seconds = [math]::Round([double]$seconds, 1)
            MiBAboveBareShell = [int]([double]$highest - $bare)
        }
    }
}
finally {
    $server.Kill($true)
    $server.WaitForExit()
    Remove-Item $folder -Recurse -Force
}
