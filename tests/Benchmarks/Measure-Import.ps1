<#
.SYNOPSIS
    Measures how long importing the module takes, each time in a fresh PowerShell.
#>
[CmdletBinding()]
param(
    # The module's manifest.
    [Parameter(Mandatory)]
    [string] $Manifest,

    # How often to import.
    [int] $Count = 7
)

$script = "`$watch = [System.Diagnostics.Stopwatch]::StartNew(); Import-Module '$Manifest'; `$watch.Elapsed.TotalMilliseconds"
$times = 1..$Count | ForEach-Object { [double](pwsh -NoProfile -NonInteractive -Command $script) } | Sort-Object
[pscustomobject]@{
    Imports              = $Count
    FastestMilliseconds  = [math]::Round($times[0])
    MedianMilliseconds   = [math]::Round($times[[int][math]::Floor($Count / 2)])
    SlowestMilliseconds  = [math]::Round($times[-1])
}
