namespace BatchTools.Tests;

public sealed class WorkloadMeasureTests
{
    private static readonly DateTime Begin = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Local);

    [Fact]
    public void Nothing_sums_up_to_nothing()
    {
        var summary = new WorkloadMeasure("w").ToSummary();

        Assert.Equal(("w", 0, 0, 0, 0), (summary.Workload, summary.JobCount, summary.Succeeded, summary.Failed, summary.Unfinished));
        Assert.Null(summary.SuccessRate);
        Assert.Null(summary.Duration);
        Assert.Null(summary.RunTime);
        Assert.Null(summary.VcpuHours);
        Assert.Null(summary.Connection);
    }

    [Fact]
    public void Jobs_are_counted_and_their_times_summed_up()
    {
        var summary = Measure(
            Job("a", JobStatus.SUCCEEDED, queued: 10, ran: 60, vcpu: 2),
            Job("b", JobStatus.SUCCEEDED, queued: 20, ran: 120, vcpu: 4),
            Job("c", JobStatus.FAILED, queued: 60, ran: 30, vcpu: 1, exitCode: 1),
            Job("d", JobStatus.RUNNABLE, queued: null, ran: null, vcpu: 8));

        Assert.Equal((4, 2, 1, 1), (summary.JobCount, summary.Succeeded, summary.Failed, summary.Unfinished));
        Assert.Equal(2.0 / 3, summary.SuccessRate!.Value, 10);
        Assert.Equal(Begin, summary.StartedAt);
        Assert.Equal(Begin.AddSeconds(140), summary.StoppedAt);
        Assert.Equal(TimeSpan.FromSeconds(140), summary.Duration);
        Assert.Equal(TimeSpan.FromSeconds(210), summary.TotalRunTime);
        Assert.Equal(((2 * 60) + (4 * 120) + 30) / 3600.0, summary.VcpuHours!.Value, 10);
        Assert.Equal(new DurationStatistics(3, Seconds(30), Seconds(70), Seconds(60), Seconds(120)), summary.RunTime);
        Assert.Equal((Seconds(30), Seconds(20)), (summary.MeanQueueTime, summary.QueueTime!.Median));
        Assert.Equal("w", summary.Workload);
        Assert.Same(SampleWorkload.Connection, summary.Connection);
        Assert.Equal("w: 2 succeeded, 1 failed, 1 unfinished", summary.ToString());
    }

    [Fact]
    public void The_median_of_an_even_number_is_between_the_two_in_the_middle() =>
        Assert.Equal(Seconds(15), Measure(Job("a", JobStatus.SUCCEEDED, 0, 10), Job("b", JobStatus.SUCCEEDED, 0, 20)).RunTime!.Median);

    [Fact]
    public void All_attempts_of_a_job_count_and_it_waited_for_the_first()
    {
        var job = Job("a", JobStatus.SUCCEEDED, 50, 5, attempts:
        [
            new() { Number = 1, StartedAt = Begin.AddSeconds(10), StoppedAt = Begin.AddSeconds(30), ExitCode = 1 },
            new() { Number = 2, StartedAt = Begin.AddSeconds(50), StoppedAt = Begin.AddSeconds(55), ExitCode = 0 },
        ]);

        var summary = Measure(job);

        Assert.Equal(Seconds(25), summary.TotalRunTime);
        Assert.Equal(Seconds(10), summary.MeanQueueTime);
    }

    [Fact]
    public void A_job_that_runs_again_counts_with_what_it_has_run_so_far()
    {
        var job = Job("a", JobStatus.RUNNING, 50, null, attempts: [new() { Number = 1, StartedAt = Begin.AddSeconds(10), StoppedAt = Begin.AddSeconds(30), ExitCode = 1 }], duration: Seconds(7));

        Assert.Equal(Seconds(27), Measure(job).TotalRunTime);
    }

    [Fact]
    public void A_job_that_is_added_again_replaces_what_was_known_of_it()
    {
        var summary = Measure(Job("a", JobStatus.SUBMITTED, null, null), Job("b", JobStatus.SUBMITTED, null, null), Job("a", JobStatus.SUCCEEDED, 1, 2));

        Assert.Equal((2, 1, 1), (summary.JobCount, summary.Succeeded, summary.Unfinished));
        Assert.Equal(["a", "b"], summary.Jobs.Select(job => job.JobId));
    }

    [Fact]
    public void Failures_are_grouped_by_reason_the_most_frequent_first()
    {
        var summary = Measure(
            Job("a", JobStatus.FAILED, 0, 1, exitCode: 1),
            Job("b", JobStatus.FAILED, 0, 1, exitCode: 137, reason: "OutOfMemoryError: Container killed due to memory usage"),
            Job("c", JobStatus.FAILED, 0, 1, exitCode: 137, reason: "OutOfMemoryError: Container killed due to memory usage"),
            Job("d", JobStatus.FAILED, 0, null));

        Assert.Equal(
            ["2 × Exit code 137: OutOfMemoryError: Container killed due to memory usage", "1 × Exit code 1", "1 × No reason was given"],
            summary.Failures.Select(failure => failure.ToString()));
        Assert.Equal(["name-b", "name-c"], summary.Failures[0].JobNames);
    }

    [Fact]
    public void An_array_counts_as_its_children_whether_they_were_added_or_not()
    {
        var parent = Array("p", JobStatus.FAILED, 10, (JobStatus.SUCCEEDED, 7), (JobStatus.FAILED, 3));

        var alone = Measure(parent);
        Assert.Equal((10, 7, 3), (alone.JobCount, alone.Succeeded, alone.Failed));
        Assert.Equal(3, Assert.Single(alone.Failures).Count);

        var whole = Measure(parent, Child("p", 0, JobStatus.SUCCEEDED), Child("p", 1, JobStatus.FAILED));
        Assert.Equal((10, 7, 3), (whole.JobCount, whole.Succeeded, whole.Failed));
        Assert.Equal("Exit code 9", Assert.Single(whole.Failures).Reason);
        Assert.Equal(Seconds(4), whole.TotalRunTime);
    }

    [Fact]
    public void An_array_that_was_just_submitted_counts_with_all_its_children() =>
        Assert.Equal((10, 10), (Measure(Array("p", JobStatus.SUBMITTED, 10)).JobCount, Measure(Array("p", JobStatus.SUBMITTED, 10)).Unfinished));

    [Fact]
    public void Jobs_of_several_workloads_have_none_together()
    {
        var measure = new WorkloadMeasure();
        measure.Add(SampleWorkload.Job("a", "a", JobStatus.SUCCEEDED));
        Assert.Equal("md-42", measure.ToSummary().Workload);
        measure.Add(new() { JobId = "b", Connection = SampleWorkload.Connection, Workload = "other" });
        Assert.Null(measure.ToSummary().Workload);
    }

    private static WorkloadSummary Measure(params IEnumerable<Job> jobs)
    {
        var measure = new WorkloadMeasure("w");
        foreach (var job in jobs)
            measure.Add(job);
        return measure.ToSummary();
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static Job Job(
        string id, JobStatus status, double? queued, double? ran, decimal? vcpu = null, int? exitCode = null, string? reason = null,
        IReadOnlyList<JobAttempt>? attempts = null, TimeSpan? duration = null) => new()
        {
            JobId = id,
            JobName = "name-" + id,
            Status = status,
            CreatedAt = Begin,
            StartedAt = Begin + (queued is { } wait ? Seconds(wait) : null),
            StoppedAt = Begin + (queued is { } before && ran is { } after ? Seconds(before + after) : null),
            Duration = duration ?? (ran is { } length ? Seconds(length) : null),
            Vcpu = vcpu,
            ExitCode = exitCode,
            Reason = reason,
            Attempts = attempts ?? [],
            Connection = SampleWorkload.Connection,
        };

    private static Job Array(string id, JobStatus status, int size, params IEnumerable<(JobStatus Status, int Count)> children) => new()
    {
        JobId = id,
        JobName = id,
        Status = status,
        ArraySize = size,
        StatusReason = "Array Child Job failed",
        StatusSummary = children.ToDictionary(child => child.Status, child => child.Count),
        CreatedAt = Begin,
        Connection = SampleWorkload.Connection,
    };

    private static Job Child(string parent, int index, JobStatus status) => new()
    {
        JobId = $"{parent}:{index}",
        JobName = parent,
        Status = status,
        ArrayIndex = index,
        ExitCode = status == JobStatus.FAILED ? 9 : 0,
        CreatedAt = Begin,
        StartedAt = Begin,
        StoppedAt = Begin.AddSeconds(2),
        Duration = Seconds(2),
        Connection = SampleWorkload.Connection,
    };
}
