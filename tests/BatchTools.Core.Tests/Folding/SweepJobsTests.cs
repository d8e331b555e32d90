namespace BatchTools.Tests;

/// <summary>Which jobs points become, on a real engine.</summary>
public sealed class SweepJobsTests(LocalBatch local) : IClassFixture<LocalBatch>
{
    private const int MostOverrides = 8192;

    private readonly RecordingReporter _reporter = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_points_become_one_array_whose_children_all_see_their_own_values()
    {
        var template = await TemplateAsync("values", "[ $((a*200+b*2+c)) -eq $AWS_BATCH_JOB_ARRAY_INDEX ] && [ \"$a/$b/$c\" = Ref::a/Ref::b/Ref::c ]");
        var sweep = new SweepDefinition { Axes = [new("a", SweepRange.Parse("0..49")!), new("b", [.. Enumerable.Range(0, 100).Select(b => (object)$"{b}")]), new("c", ["0", "1"])] };

        var request = Assert.Single(await RequestsAsync(true, Sweep.Expand(sweep).Select(point => PointRequest.Of(template, point))));
        var job = await new JobSubmission(local.Connection, _reporter).SubmitAsync(new[] { request }.ToAsyncEnumerable(), new SubmitOptions(), Cancel).SingleAsync(Cancel);
        var done = await new JobWaiter(local.Connection, _reporter)
            .WaitAsync(new[] { JobReference.To(job) }.ToAsyncEnumerable(), new WaitOptions { Timeout = TimeSpan.FromMinutes(10) }, Cancel).SingleAsync(Cancel);

        Assert.Equal(JobStatus.SUCCEEDED, done.Status);
        Assert.Equal(10_000, done.StatusSummary[JobStatus.SUCCEEDED]);
        Assert.Empty(_reporter.Warnings);
        var last = await new Jobs(local.Connection, _reporter).GetAsync(new[] { JobReference.To($"{job.JobId}:9999") }.ToAsyncEnumerable(), cancellationToken: Cancel).SingleAsync(Cancel);
        Assert.Equal((9999L, "49", "99", "1"), (last.Point, last.Parameters["a"], last.Parameters["b"], last.Parameters["c"]));
    }

    [Fact]
    public async Task Children_of_an_array_run_with_their_values()
    {
        var template = (await TemplateAsync("runs", "true")) with { Command = ["sh", "-c", "echo \"$a-$b $fixed $1\"", "x", "Ref::a/Ref::b"] };
        var points = Sweep.Expand(new() { Axes = [new("a", SweepRange.Parse("1..12")!), new("b", ["x", "y z", "it's"])], Fixed = [new("fixed", 7)] }).ToList();

        var jobs = await local.SubmitAsync(_reporter, new SubmitOptions(), await RequestsAsync(true, points.Select(point => PointRequest.Of(template, point))));
        await local.WaitAsync(_reporter, jobs);

        var array = Assert.Single(jobs);
        var lines = new JobLogs(local.Connection, _reporter).ReadAsync(new[] { JobReference.To(array) }.ToAsyncEnumerable(), new LogOptions(), Cancel);
        Assert.Equal(
            points.Select(point => $"{point.Parameters["a"]}-{point.Parameters["b"]} 7 {point.Parameters["a"]}/{point.Parameters["b"]}").Order(StringComparer.Ordinal),
            (await lines.ToListAsync(Cancel)).Select(line => line.Message).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("echo --a=Ref::a,Ref::nowhere.txt")]
    [InlineData("Ref::nowhere")]
    public async Task An_array_whose_command_refers_to_a_parameter_that_has_no_value_is_refused_as_a_job_is(string argument)
    {
        var template = (await TemplateAsync("unknown", "true")) with { Command = ["sh", "-c", argument] };
        var requests = await RequestsAsync(true, Sweep.Expand(new() { Axes = [new("a", SweepRange.Parse("1..5")!)] }).Select(point => PointRequest.Of(template, point)));

        var jobs = await new JobSubmission(local.Connection, _reporter).SubmitAsync(requests.ToAsyncEnumerable(), new SubmitOptions(), Cancel).ToListAsync(Cancel);

        Assert.Empty(jobs);
        Assert.Contains(" Ref::nowhere,", Assert.Single(_reporter.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fine_range_of_decimals_is_computed_and_fits_into_one_array()
    {
        var template = await TemplateAsync("fine", "true");

        var request = Assert.Single(await RequestsAsync(true, Sweep.Expand(new() { Axes = [new("p", SweepRange.Parse("0.01..100 by 0.01")!)] }).Select(point => PointRequest.Of(template, point))));

        Assert.Equal(10_000, request.ArraySize);
        Assert.Equal("0.1", FoldedPoint.Of(request.Command!, 9)!.Parameters["p"]);
        Assert.Equal("100", FoldedPoint.Of(request.Command!, 9999)!.Parameters["p"]);
    }

    [Fact]
    public async Task More_than_ten_thousand_points_go_into_several_arrays()
    {
        var template = await TemplateAsync("many", "true");

        var requests = await RequestsAsync(true, Sweep.Expand(new() { Axes = [new("n", SweepRange.Parse("1..25001")!)], JobNameTemplate = "run-{n}" }).Select(point => PointRequest.Of(template, point)));

        Assert.Equal([10_000, 10_000, 5_001], requests.Select(request => request.ArraySize ?? 1));
        Assert.Equal(["run", "run-2", "run-3"], requests.Select(request => request.JobName));
        Assert.Equal(["0-9999", "10000-19999", "20000-25000"], requests.Select(request => request.Tags[WorkloadTags.Point]));
        Assert.Equal("25001", FoldedPoint.Of(requests[2].Command!, 5000)!.Parameters["n"]);
    }

    [Fact]
    public async Task Values_too_long_for_one_request_go_into_several_and_it_is_said_once()
    {
        var template = await TemplateAsync("long", "true");
        var rows = Enumerable.Range(0, 1000).Select(index => new SweepPoint { Index = index, JobName = $"row-{index}", Parameters = Row($"{index * 7919 % 1009:0000}{new string('x', 40)}") });

        var requests = await RequestsAsync(true, rows.Select(point => PointRequest.Of(template, point)));

        Assert.InRange(requests.Count, 5, 9);
        Assert.Equal(1000, requests.Sum(request => request.ArraySize ?? 1));
        Assert.All(requests, request => Assert.InRange(RequestRules.Size(RequestBuilder.ToRequest(request, new()).ContainerOverrides!), 1, MostOverrides));
        Assert.Single(_reporter.Warnings);
    }

    [Fact]
    public async Task Points_with_other_parameters_or_what_no_shell_can_carry_go_apart()
    {
        var template = await TemplateAsync("apart", "true");
        SweepPoint[] points =
        [
            new() { Index = 0, JobName = "p-0", Parameters = Row("a") },
            new() { Index = 1, JobName = "p-1", Parameters = Row("b") },
            new() { Index = 2, JobName = "p-2", Parameters = Row("\0") },
            new() { Index = 3, JobName = "p-3", Parameters = new Dictionary<string, object> { ["other"] = 1 } },
            new() { Index = 4, JobName = "p-4", Parameters = Row("c") },
            new() { Index = 5, JobName = "p-5", Parameters = Row("d") },
        ];

        var requests = await RequestsAsync(true, points.Select(point => PointRequest.Of(template, point)));

        Assert.Equal([("p", 2), ("p-2", 1), ("p-3", 1), ("p-2", 2)], requests.Select(request => (request.JobName, request.ArraySize ?? 1)));
        Assert.Contains("'v' at the point 'p-2'", Assert.Single(_reporter.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_folding_each_point_is_a_job()
    {
        var template = await TemplateAsync("single", "true");

        var requests = await RequestsAsync(false, Sweep.Expand(new() { Axes = [new("n", [1, 2, 3])] }).Select(point => PointRequest.Of(template, point)));

        Assert.Equal(["job-0", "job-1", "job-2"], requests.Select(request => request.JobName));
        Assert.All(requests, request => Assert.Null(request.ArraySize));
    }

    [Fact]
    public async Task A_chunk_too_long_for_a_job_is_an_error_that_says_what_to_do()
    {
        var template = await TemplateAsync("chunk", "true");
        var chunk = new SweepChunk
        {
            Index = 0,
            Points = [.. Enumerable.Range(0, 100).Select(index => new SweepPoint { Index = index, JobName = $"c-{index}", Parameters = Row($"{index * 7919 % 1009:0000}{new string('x', 200)}") })],
        };

        var error = await Assert.ThrowsAsync<BatchException>(() => RequestsAsync(false, [PointRequest.Of(template, chunk)]));

        Assert.Equal(nameof(Messages.ChunkTooLarge), error.ErrorId);
        Assert.Contains("100 points", error.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, object> Row(string value) => new() { ["v"] = value };

    private async Task<JobRequest> TemplateAsync(string definition, string script)
    {
        await local.RegisterAsync(definition, script);
        return new JobRequest { JobName = "", JobQueue = "local", JobDefinition = definition };
    }

    private async Task<List<JobRequest>> RequestsAsync(bool fold, IEnumerable<PointRequest> points) =>
        await new SweepJobs(local.Connection, _reporter, new SubmitOptions(), fold, null).RequestsAsync(points.ToAsyncEnumerable(), Cancel).ToListAsync(Cancel);
}
