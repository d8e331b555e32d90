BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
}

AfterAll {
    Stop-TestEngine
}

Describe 'Remove-BatchTag' {
    BeforeEach {
        $queue = New-BatchJobQueue -Name "t-$([guid]::NewGuid().ToString('N'))" -ComputeEnvironment local -Tag @{ A = 1; B = 2; C = 3 }
    }

    It 'takes tags by key' {
        $queue | Remove-BatchTag -Key A, Missing | Should -BeNullOrEmpty

        ($queue | Get-BatchTag).Key | Should -Be B, C
    }

    It 'takes the tags that Get-BatchTag gives' {
        $left = $queue | Get-BatchTag | Where-Object Key -NE B | Remove-BatchTag -PassThru

        ($queue | Get-BatchTag).Key | Should -Be B
        $left[-1].Key | Should -Be B
    }

    It 'takes nothing with -WhatIf' {
        $queue | Remove-BatchTag -Key A -WhatIf

        ($queue | Get-BatchTag).Key | Should -Be A, B, C
    }

    It 'reports what has no such resource' {
        Remove-BatchTag arn:aws:batch:us-east-1:000000000000:job-queue/nope A -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.CategoryInfo.Category | Should -Be ObjectNotFound
    }
}
