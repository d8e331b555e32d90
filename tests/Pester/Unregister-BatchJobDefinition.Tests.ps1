BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'Unregister-BatchJobDefinition' {
    BeforeEach {
        $name = "old-$([guid]::NewGuid().ToString('N').Substring(0, 8))"
        $revisions = 1..3 | ForEach-Object { Register-BatchJobDefinition -Name $name -Image busybox -Tag @{ Number = $_ } }

        # The active revisions of the definition.
        function Get-Active { (Get-BatchJobDefinition $name -AllRevisions -ErrorAction Ignore).Revision | Sort-Object }
    }

    It 'takes a revision by name' {
        Unregister-BatchJobDefinition "${name}:2" | Should -BeNullOrEmpty

        Get-Active | Should -Be 1, 3
        (Get-BatchJobDefinition "${name}:2").Status | Should -Be INACTIVE
    }

    It 'takes revisions by ARN, by object and by property name' {
        Unregister-BatchJobDefinition $revisions[0].JobDefinitionArn
        $revisions[1] | Unregister-BatchJobDefinition
        [pscustomobject]@{ JobDefinitionArn = $revisions[2].JobDefinitionArn } | Unregister-BatchJobDefinition

        Get-Active | Should -BeNullOrEmpty
    }

    It 'writes the revisions with -PassThru as they are then' {
        $gone = $revisions | Unregister-BatchJobDefinition -PassThru

        $gone.Revision | Should -Be 1, 2, 3
        $gone.Status | Sort-Object -Unique | Should -Be INACTIVE
    }

    It 'takes a name for all of its revisions with -AllRevisions' {
        Unregister-BatchJobDefinition $name -AllRevisions

        Get-Active | Should -BeNullOrEmpty
    }

    It 'does nothing with a name alone if nobody can be asked' {
        $output = pwsh -NoProfile -NonInteractive -Command {
            param($manifest, $name)
            Import-Module $manifest
            $null = Connect-Batch -Local -DataDirectory (Join-Path ([System.IO.Path]::GetTempPath()) "batchtools-$([guid]::NewGuid().ToString('N'))")
            1..2 | ForEach-Object { $null = Register-BatchJobDefinition -Name $name -Image busybox -Tag @{ Number = $_ } }
            try { Unregister-BatchJobDefinition $name } catch { 'refused' }
            @(Get-BatchJobDefinition $name -AllRevisions).Count
            $folder = (Get-BatchConnection).DataDirectory
            Disconnect-Batch -Confirm:$false
            Remove-Item $folder -Recurse -Force
        } -args "$root/BatchTools.psd1", $name

        $output | Should -Be refused, 2
    }

    It 'needs no question where there is one revision' {
        Unregister-BatchJobDefinition "${name}:1"
        Unregister-BatchJobDefinition "${name}:2"
        Unregister-BatchJobDefinition $name

        Get-Active | Should -BeNullOrEmpty
    }

    It 'does nothing with -WhatIf, and asks nothing' {
        Unregister-BatchJobDefinition $name -WhatIf

        Get-Active | Should -Be 1, 2, 3
    }

    It 'goes on after a name that is missing' {
        'missing', "${name}:1" | Unregister-BatchJobDefinition -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'JobDefinitionNotFound,*'
        Get-Active | Should -Be 2, 3
    }
}
