# Dot-sourced by the test files: the module of this checkout, and a local engine of the file's own.
$ErrorActionPreference = 'Stop'
$root = Split-Path (Split-Path $PSScriptRoot)
Import-Module "$root/BatchTools.psd1"

# Connects to an engine with an empty data folder, and offers a definition whose jobs say hello.
function Start-TestEngine {
    $script:folder = Join-Path ([System.IO.Path]::GetTempPath()) "batchtools-$([guid]::NewGuid().ToString('N'))"
    $null = New-Item $script:folder -ItemType Directory
    $script:connection = Connect-Batch -Local -DataDirectory (Join-Path $script:folder 'data')
    $null = Register-BatchJobDefinition -Name hello -Image busybox -Command sh, -c, 'echo hello; echo world' -Memory 64
}

# Closes every connection, and deletes what the engine left.
function Stop-TestEngine {
    Get-BatchConnection | Disconnect-Batch -Confirm:$false
    Remove-Item $script:folder -Recurse -Force
}

# Submits a job that runs a shell command.
function Submit-TestJob([string] $Name, [string] $Command = 'echo hello', [hashtable] $With = @{}) {
    Submit-BatchJob -JobName $Name -JobQueue local -JobDefinition hello -Command sh, -c, $Command @With
}
