BeforeDiscovery {
    # Where the command line tool was built too, as `dotnet test` of the solution does.
    $hasServer = [bool](Get-ChildItem "$PSScriptRoot/../../src/BatchTools.Cli/bin/*/net10.0/batchtools.dll" -ErrorAction Ignore)
}

BeforeAll {
    . $PSScriptRoot/TestEngine.ps1

    # Runs a script in a PowerShell of its own, whose home holds one AWS profile, and gives what it writes as text.
    function Invoke-WithProfile([string] $Script, [switch] $WithoutProfile) {
        $userHome = Join-Path $TestDrive "home-$(New-Guid)"
        $null = New-Item (Join-Path $userHome .aws) -ItemType Directory
        if (-not $WithoutProfile) {
            Set-Content (Join-Path $userHome .aws/config) "[profile lab]`nregion = eu-west-1`naws_access_key_id = AKIDEXAMPLE`naws_secret_access_key = secret"
        }

        $settings = 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_ENDPOINT_URL', 'AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'
        $prelude = "`$env:HOME = `$env:USERPROFILE = '$userHome'; `$env:AWS_EC2_METADATA_DISABLED = 'true'; $($settings.ForEach{ "`$env:$_ = `$null" } -join '; ')"
        pwsh -NoProfile -NonInteractive -Command "$prelude; Import-Module '$root/BatchTools.psd1'; $Script"
    }
}

AfterAll {
    Get-BatchConnection | Disconnect-Batch
}

Describe 'Connect-Batch -Local' {
    BeforeAll {
        $folder = Join-Path $TestDrive data
    }

    AfterAll {
        Get-BatchConnection | Disconnect-Batch
    }

    It 'opens the engine in the data folder, and gives the connection' {
        $connection = Connect-Batch -Local -DataDirectory $folder

        $connection | Should -BeOfType BatchTools.BatchConnection
        $connection.Kind | Should -Be Local
        $connection.DataDirectory | Should -Be $folder
        Test-Path $folder | Should -BeTrue
        (Get-BatchJobQueue).JobQueueName | Should -Be local
    }

    It 'gives the same connection when the engine is open already' {
        $first = Connect-Batch -Local -DataDirectory $folder
        $second = Connect-Batch -Local -DataDirectory $folder

        [object]::ReferenceEquals($first, $second) | Should -BeTrue
        @(Get-BatchConnection).Count | Should -Be 1
    }

    It 'resolves the data folder against the current location' {
        Push-Location $TestDrive
        try {
            $connection = Connect-Batch -Local -DataDirectory relative
        }
        finally {
            Pop-Location
        }

        $connection.DataDirectory | Should -Be (Join-Path $TestDrive relative)
        $connection | Disconnect-Batch
    }

    It 'takes the data folder from BATCHTOOLS_HOME' {
        $env:BATCHTOOLS_HOME = Join-Path $TestDrive home
        try {
            (Connect-Batch -Local).DataDirectory | Should -Be $env:BATCHTOOLS_HOME
        }
        finally {
            $env:BATCHTOOLS_HOME = $null
            Disconnect-Batch
        }
    }

    It 'shares the engine with other runspaces of the process' {
        $null = Connect-Batch -Local -DataDirectory $folder
        $manifest = "$root/BatchTools.psd1"

        $queues = 1..2 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            $null = Connect-Batch -Local -DataDirectory $using:folder
            (Get-BatchJobQueue).JobQueueName
        }

        $queues | Should -Be local, local
        (Get-BatchJobQueue).JobQueueName | Should -Be local
    }

    It 'leads to the engine that another process serves' -Skip:(-not $hasServer) {
        $served = Join-Path $TestDrive served
        $tool = Get-ChildItem "$root/src/BatchTools.Cli/bin/*/net10.0/batchtools.dll" | Sort-Object LastWriteTime | Select-Object -Last 1
        $server = Start-Process dotnet -ArgumentList $tool.FullName, serve, --port, 0, --data, $served -PassThru -RedirectStandardOutput (Join-Path $TestDrive serve.log)
        try {
            $limit = [System.Diagnostics.Stopwatch]::StartNew()
            while (-not (Test-Path (Join-Path $served aws.env)) -and $limit.Elapsed.TotalMinutes -lt 1) { }

            $connection = Connect-Batch -Local -DataDirectory $served

            $connection.Endpoint.IsLoopback | Should -BeTrue
            $connection.DataDirectory | Should -Be $served
            $null = Register-BatchJobDefinition hello busybox echo, hello -Connection $connection
            $job = Submit-BatchJob served -JobQueue local -JobDefinition hello -Connection $connection | Wait-BatchJob -Timeout 1m
            ($job | Get-BatchJobLog).Message | Should -Be hello
        }
        finally {
            $connection | Disconnect-Batch
            $server | Stop-Process
        }
    }

    It 'leads to the engine that another PowerShell has open, and says so when that has closed' {
        $shared = Join-Path $TestDrive shared
        $gate = Join-Path $TestDrive shared.gate
        $script = "Import-Module '$root/BatchTools.psd1'; `$null = Connect-Batch -Local -DataDirectory '$shared'; while (-not (Test-Path '$gate')) { Start-Sleep -Milliseconds 50 }"
        $shell = Start-Process pwsh -ArgumentList '-NoProfile', '-NonInteractive', '-OutputFormat', 'Text', '-EncodedCommand', ([Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($script))) -PassThru
        try {
            $limit = [System.Diagnostics.Stopwatch]::StartNew()
            while (-not (Test-Path (Join-Path $shared owner.json)) -and $limit.Elapsed.TotalMinutes -lt 1) { }

            $connection = Connect-Batch -Local -DataDirectory $shared
            $connection.Endpoint.IsLoopback | Should -BeTrue
            (Get-BatchJobQueue -Connection $connection).JobQueueName | Should -Be local

            $null = New-Item $gate
            $shell.WaitForExit(20000) | Should -BeTrue
            { Get-BatchJobQueue -Connection $connection -ErrorAction Stop } | Should -Throw '*Connect again*' -ErrorId 'LocalEngineGone*'
            $again = Connect-Batch -Local -DataDirectory $shared
            (Get-BatchJobQueue -Connection $again).JobQueueName | Should -Be local
        }
        finally {
            Get-BatchConnection | Disconnect-Batch
            if (-not $shell.HasExited) { $shell | Stop-Process }
        }
    }

    It 'ends the jobs with the PowerShell, also when that is ended by a signal' -Skip:$IsWindows {
        $pidFile = Join-Path $TestDrive job.pid
        $script = "Import-Module '$root/BatchTools.psd1'; `$null = Connect-Batch -Local -DataDirectory '$TestDrive/killed'; `$null = Register-BatchJobDefinition long busybox sh, -c, 'echo `$`$ > $pidFile; exec sleep 300'; `$null = Submit-BatchJob long -JobQueue local -JobDefinition long; Start-Sleep 300"
        $shell = Start-Process pwsh -ArgumentList '-NoProfile', '-NonInteractive', '-OutputFormat', 'Text', '-EncodedCommand', ([Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($script))) -PassThru
        $limit = [System.Diagnostics.Stopwatch]::StartNew()
        while (-not (Get-Content $pidFile -ErrorAction Ignore) -and $limit.Elapsed.TotalMinutes -lt 1) { }
        $job = Get-Process -Id (Get-Content $pidFile)

        /bin/kill -TERM $shell.Id

        $shell.WaitForExit(20000) | Should -BeTrue
        $job.WaitForExit(5000) | Should -BeTrue
    }

    It 'gives jobs the machine that it is told of, and keeps them for as long' {
        $null = Connect-Batch -Local -DataDirectory $TestDrive/machine -Processor 3 -Memory 2048 -Gpu 2 -Retention 1.00:00:00
        try {
            (Get-BatchComputeEnvironment local).MaxVcpus | Should -Be 3
            { Connect-Batch -Local -DataDirectory $TestDrive/machine -Memory 4096 -ErrorAction Stop } | Should -Throw '*-Memory says how the local engine is opened*'
        }
        finally {
            Disconnect-Batch
        }
    }

    It 'keeps of a log what it is told, and says what it left out' {
        $null = Connect-Batch -Local -DataDirectory $TestDrive/logs -LogLimit 1
        try {
            $null = Register-BatchJobDefinition talker busybox sh, -c, 'yes 1234567 | head -40000'
            $lines = @(Submit-BatchJob talk -JobQueue local -JobDefinition talker | Wait-BatchJob | Get-BatchJobLog)
            $lines.Count | Should -Be ([Math]::Floor(1MB / (7 + 26)) + 1)
            $lines[-1].Message | Should -Be '[BatchTools] 8,225 more lines (57,575 bytes) were not kept: the log of an attempt is limited to 1 MiB.'
        }
        finally {
            Disconnect-Batch
        }
    }

    It 'refuses <_>' -ForEach '-Processor 0', '-Memory 3', '-Gpu -1', '-LogLimit 0' {
        { Invoke-Expression "Connect-Batch -Local -DataDirectory $TestDrive/none $_ -ErrorAction Stop" } | Should -Throw
        { Connect-Batch -Local -DataDirectory $TestDrive/none -Retention -1:00:00 -ErrorAction Stop } | Should -Throw '*Retention cannot be*'
    }

    It 'runs jobs as it is told' {
        $null = Connect-Batch -Local -DataDirectory $TestDrive/simulated -Runner Simulated -Seed 7
        try {
            $null = Register-BatchJobDefinition -JobDefinitionName long -Image any -Command work
            $job = Submit-BatchJob -JobName long -JobQueue local -JobDefinition long -Environment @{ BATCHTOOLS_SIMULATED_DURATION = '30d' } | Wait-BatchJob
        }
        finally {
            Disconnect-Batch
        }

        $job.Status | Should -Be SUCCEEDED
        ($job.StoppedAt - $job.StartedAt).TotalDays | Should -Be 30
    }

    It 'brings about faults on request' {
        $null = Connect-Batch -Local -DataDirectory $TestDrive/faulty -Fault spot=1, 'slow-start=0' -Seed 7
        try {
            $null = Register-BatchJobDefinition -JobDefinitionName short -Image any -Command sleep, 1000
            $job = Submit-BatchJob -JobName short -JobQueue local -JobDefinition short | Wait-BatchJob -ErrorAction Ignore
            (Get-BatchJob $job.JobId).StatusReason | Should -BeLike 'Host EC2*'
        }
        finally {
            Disconnect-Batch
        }
    }

    It 'names an unknown fault and those that there are' {
        { Connect-Batch -Local -DataDirectory $TestDrive/unknown -Fault spots=0.1 } | Should -Throw "*'spots'*spot, slow-start, throttle, error (or 5xx), lost-reply*" -ErrorId 'InvalidFault,*'
        Test-Path $TestDrive/unknown | Should -BeFalse
    }

    It 'refuses to open another way what is open already' {
        $null = Connect-Batch -Local -DataDirectory $folder

        { Connect-Batch -Local -DataDirectory $folder -Runner Simulated } | Should -Throw '*-Runner*' -ErrorId 'LocalEngineOpen,*'
    }

    It 'says who owns a data folder whose owner takes no requests' {
        $taken = (New-Item (Join-Path $TestDrive taken) -ItemType Directory).FullName
        $owner = Get-Process -Id $PID
        @{ ProcessId = $PID; ProcessStart = $owner.StartTime.ToUniversalTime(); Owner = 'a program of mine' } | ConvertTo-Json | Set-Content $taken/owner.json
        $lock = [System.IO.File]::Open("$taken/engine.lock", 'OpenOrCreate', 'ReadWrite', 'None')
        try {
            { Connect-Batch -Local -DataDirectory $taken } | Should -Throw "*process $PID (a program of mine)*" -ErrorId 'LocalEngineUnavailable,*'
        }
        finally {
            $lock.Dispose()
        }
    }
}

Describe 'Connect-Batch to AWS' {
    It 'takes an access key as a credential' {
        $secret = ConvertTo-SecureString 'secret' -AsPlainText -Force
        $connection = Connect-Batch -Credential ([pscredential]::new('AKIDEXAMPLE', $secret)) -SessionToken $secret -Region eu-central-1 -Endpoint http://127.0.0.1:9

        $connection.Kind | Should -Be Aws
        $connection.Region | Should -Be eu-central-1
        $connection.Endpoint | Should -Be ([uri]'http://127.0.0.1:9')
        $connection | Disconnect-Batch
    }

    It 'takes Region and credentials from a profile' {
        Invoke-WithProfile '$c = Connect-Batch lab; $c.Name; $c.ProfileName; $c.Region; $c.Kind' | Should -Be lab, lab, eu-west-1, Aws
    }

    It 'says which profiles there are when one is unknown, and connects to nothing' {
        $text = Invoke-WithProfile 'try { Connect-Batch nope } catch { $_.FullyQualifiedErrorId; "$_" }; @(Get-BatchConnection).Count'

        $text[0] | Should -Be 'UnknownProfile,BatchTools.PowerShell.Commands.ConnectBatchCommand'
        $text[1] | Should -Match lab
        $text[2] | Should -Be 0
    }

    It 'says what to do when there are no credentials' {
        $text = Invoke-WithProfile -WithoutProfile 'try { Connect-Batch -Region us-east-1 } catch { $_.FullyQualifiedErrorId; "$_" }'

        $text[0] | Should -BeLike 'NoCredentials,*'
        $text[1] | Should -Match 'aws configure'
    }

    It 'completes profiles and Regions' {
        $text = Invoke-WithProfile "(TabExpansion2 'Connect-Batch -ProfileName l').CompletionMatches.CompletionText; (TabExpansion2 'Connect-Batch -Region eu-cent').CompletionMatches.CompletionText"

        $text | Should -Contain lab
        $text | Should -Contain eu-central-1
    }
}
