<#
.SYNOPSIS
    Measures how fast the log of one job is read: by Get-BatchJobLog, by a loop with boto3 and by the AWS CLI, each in a
    process of its own, all from one server of the local engine.
.DESCRIPTION
    What is not on the machine (aws, python3 with boto3) is left out.
#>
[CmdletBinding()]
param(
    # The module's manifest.
    [Parameter(Mandatory)]
    [string] $Manifest,

    # batchtools.dll, which serves the engine.
    [Parameter(Mandatory)]
    [string] $Cli,

    # The lines of the log.
    [int] $Count = 1000000
)

$ErrorActionPreference = 'Stop'
$folder = Join-Path ([System.IO.Path]::GetTempPath()) "batchtools-logs-$([guid]::NewGuid().ToString('N'))"
$data = Join-Path $folder data
$null = New-Item $data -ItemType Directory
$server = Start-Process dotnet -ArgumentList $Cli, serve, --port, 0, --data, $data -PassThru -RedirectStandardOutput "$folder/address" -RedirectStandardError "$folder/errors"

# Runs a command and gives its time, its lines a second and the most memory that it held.
function Measure-Reader([string] $Name, [int] $Line, [string[]] $Command) {
    $watch = @'
import resource, subprocess, sys, time
begin = time.monotonic()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(time.monotonic() - begin, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
'@
    $seconds, $mebibytes = (python3 -c $watch @Command).Split(' ')
    if ($LASTEXITCODE -ne 0) {
        throw "$Name failed."
    }

    [pscustomobject]@{
        Reader = $Name; Lines = $Line; Seconds = [math]::Round([double]$seconds, 1)
        LinesPerSecond = [int]($Line / [double]$seconds); PeakMiB = [int][double]$mebibytes
    }
}

try {
    while (-not (Test-Path $data/aws.env)) {
        Start-Sleep -Milliseconds 100
    }

    Get-Content $data/aws.env | ForEach-Object {
        if ($_ -match '^export (\w+)=[''"]?(.*?)[''"]?$') {
            Set-Item "env:$($Matches[1])" $Matches[2]
        }
    }

    Import-Module $Manifest
    $null = Connect-Batch -Local -DataDirectory $data
    $null = Register-BatchJobDefinition -Name printer -Image none -Command seq -Memory 64
    $jobs = foreach ($lines in [int]($Count / 10), $Count) {
        Submit-BatchJob -JobName "print-$lines" -JobQueue local -JobDefinition printer -Command seq, 1, $lines | Wait-BatchJob
    }

    $pwsh = (Get-Process -Id $PID).Path
    # From the job's id to nothing, to a script block for each line, and to a file.
    $readers = [ordered]@{
        'Get-BatchJobLog | Out-Null' = 'Get-BatchJobLog {0} | Out-Null'
        'Get-BatchJobLog -Raw | Out-Null' = 'Get-BatchJobLog {0} -Raw | Out-Null'
        'Get-BatchJobLog | ForEach-Object { }' = 'Get-BatchJobLog {0} | ForEach-Object { $_.Message } | Out-Null'
        'Get-BatchJobLog -Raw | Set-Content' = "Get-BatchJobLog {0} -Raw | Set-Content '$folder/set.txt'"
        'Get-BatchJobLog -Raw > file' = "Get-BatchJobLog {0} -Raw > '$folder/out.txt'"
        'Save-BatchJobLog' = "Save-BatchJobLog -Job {0} -Path '$folder/saved' | Out-Null"
    }
    foreach ($reader in $readers.Keys) {
        foreach ($job in $jobs) {
            $script = "Import-Module '$Manifest'; `$null = Connect-Batch -Local -DataDirectory '$data'; $($readers[$reader].Replace('{0}', $job.JobId))"
            Measure-Reader $reader $job.JobName.Split('-')[1] $pwsh, -NoProfile, -Command, $script
            Remove-Item "$folder/set.txt", "$folder/out.txt", "$folder/saved" -Recurse -Force -ErrorAction Ignore
        }
    }

    $group, $stream = $job.LogGroup, $job.LogStreamName
    python3 -c 'import boto3' 2>$null
    if ($LASTEXITCODE -eq 0) {
        $loop = @'
import boto3, sys
logs = boto3.client("logs")
token, count = None, 0
while True:
    more = {"nextToken": token} if token else {}
    page = logs.get_log_events(logGroupName=sys.argv[1], logStreamName=sys.argv[2], startFromHead=True, **more)
    count += len(page["events"])
    if page["nextForwardToken"] == token:
        break
    token = page["nextForwardToken"]
assert count == int(sys.argv[3]), count
'@
        Measure-Reader 'boto3, get_log_events' $Count python3, -c, $loop, $group, $stream, $Count
    }

    if (Get-Command aws -ErrorAction Ignore) {
        if ((aws --version) -match '^aws-cli/1\.') {
            # It has no logs tail; this makes the same calls.
            Measure-Reader 'aws logs filter-log-events' $Count aws, logs, filter-log-events, --log-group-name, $group, --log-stream-names, $stream, --output, text
        }
        else {
            Measure-Reader 'aws logs tail' $Count aws, logs, tail, $group, --log-stream-names, $stream, --since, 1d
        }

        # One page is one command.
        Measure-Reader 'aws logs get-log-events' 10000 aws, logs, get-log-events, --log-group-name, $group, --log-stream-name, $stream, --start-from-head
    }
}
finally {
    Get-Module BatchTools | Remove-Module
    if (-not $server.HasExited) {
        $server.Kill()
        $server.WaitForExit()
    }

    Remove-Item $folder -Recurse -Force
}
