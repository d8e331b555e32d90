BeforeAll {
    . $PSScriptRoot/TestEngine.ps1
    Start-TestEngine
    $jobs = (Submit-TestJob a 'true' -With @{ Workload = 'w' }), (Submit-TestJob b 'exit 2' -With @{ Workload = 'w' }) | Wait-BatchJob -Timeout 1m
}

AfterAll {
    Stop-TestEngine
}

Describe 'Publish-BatchMetric' {
    It 'publishes the totals of a workload' {
        $metrics = $jobs | Measure-BatchWorkload | Publish-BatchMetric -Dimension @{ Stage = 'test' } -PassThru

        ($metrics | Where-Object MetricName -EQ Submitted).Value | Should -Be 2
        ($metrics | Where-Object MetricName -EQ Failed).Value | Should -Be 1
        ($metrics | Where-Object MetricName -EQ SuccessRate).Unit | Should -Be Percent
        $metrics[0].Namespace | Should -Be BatchTools
        $metrics[0].Dimensions['Workload'] | Should -Be w
        $metrics[0].Dimensions['Stage'] | Should -Be test
    }

    It 'publishes the measures of a queue, and writes nothing unless asked' {
        Measure-BatchJobQueue local | Publish-BatchMetric | Should -BeNullOrEmpty
        $metrics = Measure-BatchJobQueue local | Publish-BatchMetric -Namespace Lab/Batch -PassThru

        ($metrics | Where-Object MetricName -EQ QueueSize).Value | Should -Be 0
        $metrics[0].Dimensions['JobQueue'] | Should -Be local
    }

    It 'publishes nothing with -WhatIf' {
        $jobs | Measure-BatchWorkload | Publish-BatchMetric -PassThru -WhatIf | Should -BeNullOrEmpty
    }

    It 'reports a namespace that CloudWatch refuses' {
        Measure-BatchJobQueue local | Publish-BatchMetric -Namespace AWS/Batch -ErrorVariable problem -ErrorAction SilentlyContinue

        "$problem" | Should -BeLike '*AWS/*'
    }
}
