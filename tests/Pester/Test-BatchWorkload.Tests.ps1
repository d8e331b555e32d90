BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $good = Join-Path $TestDrive good.json
    Set-Content $good '{ "jobs": [ { "jobName": "one", "jobQueue": "local", "jobDefinition": "hello" } ] }'
    $bad = Join-Path $TestDrive bad.json
    Set-Content $bad @'
{
  "jobs": [
    { "jobName": "one", "jobQueue": "local", "jobDefinition": "hello", "dependsOn": [{ "jobId": "${two}" }] },
    { "jobName": "two", "jobQueue": "local", "jobDefinition": "hello", "dependsOn": [{ "jobId": "${one}" }], "timeOut": 3 }
  ]
}
'@
}

AfterAll {
    Stop-TestEngine
}

Describe 'Test-BatchWorkload' {
    It 'finds nothing wrong in a file that is right' {
        Test-BatchWorkload $good | Where-Object Severity -EQ ERROR | Should -BeNullOrEmpty
        Test-BatchWorkload $good -Quiet | Should -BeTrue
    }

    It 'gives what is wrong with its rule, place, message and suggestion, and writes no error' {
        $findings = Get-Item $bad | Test-BatchWorkload -ErrorAction Stop

        $unknown = $findings | Where-Object RuleId -EQ MemberUnknown
        $unknown.Severity, $unknown.Line, $unknown.File | Should -Be ERROR, 4, $bad
        $unknown.Message | Should -BeLike "*'timeOut'*"
        $unknown.Suggestion | Should -BeLike "*'timeout'*"
        Test-BatchWorkload $bad -Quiet | Should -BeFalse
    }

    It 'holds a file against the connection, and does without one' {
        $elsewhere = Join-Path $TestDrive elsewhere.json
        Set-Content $elsewhere '{ "jobs": [ { "jobName": "one", "jobQueue": "nowhere", "jobDefinition": "hello" } ] }'

        (Test-BatchWorkload $elsewhere | Where-Object Severity -EQ ERROR).Message | Should -BeLike "*'nowhere'*"
        Test-BatchWorkload $elsewhere -Offline -Quiet | Should -BeTrue
        Get-BatchConnection | Disconnect-Batch -Confirm:$false
        Test-BatchWorkload $elsewhere -Quiet | Should -BeTrue
        $null = Connect-Batch -Local -DataDirectory (Join-Path $folder data)
    }

    It 'shows a finding as compilers do, and its text beneath' {
        $lines = (Test-BatchWorkload $bad | Where-Object RuleId -EQ MemberUnknown | Out-String -Width 300).Trim() -split '\r?\n'

        $lines[0] | Should -BeLike "$bad(4,*): ERROR MemberUnknown"
        $lines[1] | Should -BeLike "    'timeOut' is no member of *'timeout'*"
    }

    It 'writes an error for a file that can not be read, and goes on' {
        $answers = "$TestDrive/missing.json", $good | Test-BatchWorkload -Quiet -ErrorVariable problems -ErrorAction SilentlyContinue

        $answers | Select-Object -Last 1 | Should -BeTrue
        "$problems $answers" | Should -Match 'missing\.json|False'
    }

    It 'refuses the file with a # comment with line and column' {
        $finding = Test-BatchWorkload "$PSScriptRoot/../BatchTools.Core.Tests/WorkloadFiles/Cases/job-submission.finance.with-hash-comment.json.txt"

        $finding.Line, $finding.Column, $finding.Severity | Should -Be 3, 38, ERROR
    }
}
