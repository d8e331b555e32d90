using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;
using KeyValuePair = BatchTools.LocalEngine.Api.Batch.KeyValuePair;

namespace BatchTools.LocalEngine.Tests.Api.Batch;

/// <summary>What is accepted, described and listed.</summary>
public sealed class JobsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    private static readonly (string Message, Action<SubmitJobRequest> Change)[] RefusedCases =
    [
        ("JobQueue none not found.", request => request.JobQueue = "none"),
        ("Array size must be between 2 and 10000", request => request.ArrayProperties = new() { Size = 1 }),
        ("Array size must be between 2 and 10000", request => request.ArrayProperties = new() { Size = 10_001 }),
        ("Array size must be between 2 and 10000", request => request.ArrayProperties = new()),
        ("Job cannot have more than 20 dependencies", request => request.DependsOn = [.. Enumerable.Repeat(new JobDependency { JobId = "x" }, 21)]),
        ("Dependency job none does not exist", request => request.DependsOn = [new() { JobId = "none" }]),
        ("must be of type SEQUENTIAL", request => request.DependsOn = [new() { Type = ArrayJobDependency.SEQUENTIAL }]),
        ("must be at least 60; it is 59", request => request.Timeout = new() { AttemptDurationSeconds = 59 }),
        ("attempts must be between 1 and 10; it is 0", request => request.RetryStrategy = new() { Attempts = 0 }),
        ("attempts must be between 1 and 10; it is 11", request => request.RetryStrategy = new() { Attempts = 11 }),
        ("evaluateOnExit requires attempts", request => request.RetryStrategy = new() { EvaluateOnExit = [Rule("1")] }),
        ("more than 5 entries", request => request.RetryStrategy = new() { Attempts = 1, EvaluateOnExit = [.. Enumerable.Repeat(Rule("1"), 6)] }),
        ("onExitCode 'x' is not a valid pattern", request => request.RetryStrategy = new() { Attempts = 1, EvaluateOnExit = [Rule("x")] }),
        ("onExitCode '*1' is not a valid pattern", request => request.RetryStrategy = new() { Attempts = 1, EvaluateOnExit = [Rule("*1")] }),
        ("onReason 'Host EC2 (' is not a valid pattern", request => request.RetryStrategy = new() { Attempts = 1, EvaluateOnExit = [new() { OnReason = "Host EC2 (", Action = "RETRY" }] }),
        ("'AWS_BATCH_X' begins with AWS_BATCH", request => request.ContainerOverrides = new() { Environment = [new() { Name = "AWS_BATCH_X", Value = "" }] }),
        ("name 'a=b' is not valid", request => request.ContainerOverrides = new() { Environment = [new() { Name = "a=b", Value = "" }] }),
        ("must not contain an empty string", request => request.ContainerOverrides = new() { Command = ["a", ""] }),
        ("VCPU must be a positive number; it is '0'", request => request.ContainerOverrides = new() { ResourceRequirements = [new() { Type = "VCPU", Value = "0" }] }),
        ("VCPU must be a positive number; it is 'two'", request => request.ContainerOverrides = new() { ResourceRequirements = [new() { Type = "VCPU", Value = "two" }] }),
        ("MEMORY must be a whole number; it is '64.5'", request => request.ContainerOverrides = new() { ResourceRequirements = [new() { Type = "MEMORY", Value = "64.5" }] }),
        ("Memory must be at least 4 MiB; it is 3", request => request.ContainerOverrides = new() { Memory = 3 }),
        ("shareIdentifier", request => request.ShareIdentifier = "team"),
        ("at most 30720 are allowed", request => request.Parameters = new() { ["a"] = new string('x', 31_000) }),
    ];

    public static TheoryData<int> Refused => [.. Enumerable.Range(0, RefusedCases.Length)];

    [Theory, MemberData(nameof(Refused))]
    public async Task A_submission_that_aws_refuses_is_refused_with_the_value(int number)
    {
        var (message, change) = RefusedCases[number];
        await using var engine = StillEngine.Open(_folder);

        var error = await Assert.ThrowsAsync<ServiceError>(() => engine.SubmitAsync(change));

        Assert.Equal((400, "ClientException"), (error.Status, error.Type));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(engine.Runner.Started);
    }

    private static readonly (string Message, Action<RegisterJobDefinitionRequest> Change)[] RefusedDefinitionsCases =
    [
        ("vCPU is not provided.", request => request.ContainerProperties!.Vcpus = null),
        ("Memory is not provided.", request => request.ContainerProperties!.Memory = null),
        ("Image is not provided.", request => request.ContainerProperties!.Image = null),
        ("containerProperties must be given", request => request.ContainerProperties = null),
        ("nodeProperties must be given", request => request.Type = JobDefinitionType.Multinode),
        ("Only one of", request => request.EcsProperties = new() { TaskProperties = [] }),
        ("vcpus and a resourceRequirement of type VCPU", request => request.ContainerProperties!.ResourceRequirements = [new() { Type = "VCPU", Value = "1" }]),
        ("must not name a type twice", request => request.ContainerProperties!.ResourceRequirements = [new() { Type = "GPU", Value = "1" }, new() { Type = "GPU", Value = "1" }]),
        ("at most 24576 are allowed", request => request.Parameters = new() { ["a"] = new string('x', 25_000) }),
    ];

    public static TheoryData<int> RefusedDefinitions => [.. Enumerable.Range(0, RefusedDefinitionsCases.Length)];

    [Theory, MemberData(nameof(RefusedDefinitions))]
    public async Task A_definition_that_aws_refuses_is_refused(int number)
    {
        var (message, change) = RefusedDefinitionsCases[number];
        await using var engine = StillEngine.Open(_folder);

        var error = await Assert.ThrowsAsync<ServiceError>(() => engine.DefineAsync(change));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overrides_merge_into_the_description_and_the_process()
    {
        await using var engine = StillEngine.Open(_folder);
        await engine.DefineAsync(request =>
        {
            request.Parameters = new() { ["in"] = "default", ["out"] = "" };
            request.ContainerProperties!.Command = ["tool", "--in", "Ref::in", "--out=Ref::out", "Ref::missing"];
            request.ContainerProperties.Environment = [new() { Name = "A", Value = "1" }, new() { Name = "B", Value = "2" }];
        });
        var id = await engine.SubmitAsync(request =>
        {
            request.Parameters = new() { ["in"] = "given" };
            request.ContainerOverrides = new()
            {
                Environment = [new() { Name = "B", Value = "3" }, new() { Name = "C", Value = "4" }],
                ResourceRequirements = [new() { Type = "MEMORY", Value = "128" }],
            };
        });
        engine.Attempt(id).Begin();

        var what = engine.Attempt(id).What!;
        Assert.Equal(["tool", "--in", "given", "--out=", "Ref::missing"], what.Command);
        Assert.Equal(("1", "3", "4"), (what.Environment["A"], what.Environment["B"], what.Environment["C"]));
        var job = await engine.DescribeAsync(id);
        Assert.Equal(["A=1", "B=3", "C=4"], job.Container!.Environment!.Select((KeyValuePair variable) => $"{variable.Name}={variable.Value}"));
        Assert.Equal(new Dictionary<string, string> { ["in"] = "given", ["out"] = "" }, job.Parameters);
        Assert.Equal("MEMORY=128", string.Join(',', job.Container.ResourceRequirements!.Select(requirement => $"{requirement.Type}={requirement.Value}")));
    }

    [Fact]
    public async Task A_jobs_environment_has_no_credentials_of_the_host()
    {
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "hush");
        try
        {
            await using var engine = StillEngine.Open(_folder);
            var id = await engine.SubmitAsync();
            engine.Attempt(id).Begin();

            var environment = engine.Attempt(id).What!.Environment;

            Assert.DoesNotContain("hush", environment.Values);
            Assert.Equal(Environment.GetEnvironmentVariable("PATH"), environment["PATH"]);
            Assert.Equal(["AWS_BATCH_CE_NAME", "AWS_BATCH_JOB_ATTEMPT", "AWS_BATCH_JOB_ID", "AWS_BATCH_JQ_NAME"], environment.Keys.Where(name => name.StartsWith("AWS", StringComparison.Ordinal)).Order());
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", null);
        }
    }

    [Fact]
    public async Task Overrides_that_are_too_long_for_ecs_fail_the_job_before_its_start()
    {
        await using var engine = StillEngine.Open(_folder);

        var id = await engine.SubmitAsync(request => request.ContainerOverrides = new() { Command = [new string('x', 8200)] });

        await engine.AssertAsync(id, JobStatus.FAILED, "Container Overrides length must be at most 8192");
        Assert.Empty((await engine.DescribeAsync(id)).Attempts!);
    }

    [Fact]
    public async Task Unknown_ids_are_missing_from_descriptions_and_more_than_a_hundred_are_refused()
    {
        await using var engine = StillEngine.Open(_folder);
        var id = await engine.SubmitAsync();

        var jobs = (await engine.Batch.DescribeJobsAsync(new() { Jobs = ["none", id, $"{id}:0", $"arn:aws:batch:us-east-1:000000000000:job/{id}"] }, Cancellation)).Jobs!;
        var error = await Assert.ThrowsAsync<ServiceError>(() => engine.Batch.DescribeJobsAsync(new() { Jobs = [.. Enumerable.Repeat("x", 101)] }, Cancellation));

        Assert.Equal(id, Assert.Single(jobs).JobId);
        Assert.StartsWith("Error executing request, Exception : Maximum number of jobs supported is  100 ., RequestId: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_names_exactly_one_of_queue_array_and_multi_node_job()
    {
        await using var engine = StillEngine.Open(_folder);

        await Assert.ThrowsAsync<ServiceError>(() => engine.Batch.ListJobsAsync(new(), Cancellation));
        await Assert.ThrowsAsync<ServiceError>(() => engine.Batch.ListJobsAsync(new() { JobQueue = "local", ArrayJobId = "x" }, Cancellation));
        Assert.Empty((await engine.Batch.ListJobsAsync(new() { ArrayJobId = "none" }, Cancellation)).JobSummaryList!);
    }

    [Fact]
    public async Task A_queues_list_shows_running_jobs_where_no_status_is_asked_for_and_no_children()
    {
        await using var engine = StillEngine.Open(_folder, processors: 3);
        var running = await engine.SubmitAsync();
        var starting = await engine.SubmitAsync();
        var array = await engine.SubmitArrayAsync(2);
        engine.Attempt(running).Begin();
        engine.Attempt($"{array}:0").Begin();

        Assert.Equal([running], await ListAsync(engine, null));
        Assert.Equal([starting], await ListAsync(engine, JobStatus.STARTING));
        Assert.Equal([array], await ListAsync(engine, JobStatus.PENDING));
        var children = (await engine.Batch.ListJobsAsync(new() { ArrayJobId = array, JobStatus = JobStatus.RUNNABLE }, Cancellation)).JobSummaryList!;
        Assert.Equal(($"{array}:1", 1), (Assert.Single(children).JobId, children[0].ArrayProperties!.Index));
        var parent = Assert.Single((await engine.Batch.ListJobsAsync(new() { JobQueue = "local", JobStatus = JobStatus.PENDING }, Cancellation)).JobSummaryList!);
        Assert.Equal((2, 1), (parent.ArrayProperties!.Size, parent.ArrayProperties.StatusSummary!["RUNNABLE"]));
    }

    [Fact]
    public async Task Lists_come_newest_first_in_pages_that_fit_together_while_jobs_come_and_go()
    {
        await using var engine = StillEngine.Open(_folder, processors: 1);
        var first = await engine.SubmitAsync();
        var waiting = new List<string>();
        for (var count = 0; count < 10; count++)
            waiting.Add(await engine.SubmitAsync());

        var page = await engine.Batch.ListJobsAsync(new() { JobQueue = "local", JobStatus = JobStatus.RUNNABLE, MaxResults = 4 }, Cancellation);
        var seen = page.JobSummaryList!.ConvertAll(job => job.JobId!);
        await engine.CancelAsync(seen[^1]);
        engine.Attempt(first).Exit(0);
        await engine.SubmitAsync();
        while (page.NextToken is not null)
        {
            page = await engine.Batch.ListJobsAsync(new() { JobQueue = "local", JobStatus = JobStatus.RUNNABLE, MaxResults = 4, NextToken = page.NextToken }, Cancellation);
            seen.AddRange(page.JobSummaryList!.Select(job => job.JobId!));
        }

        // The oldest one has been started meanwhile.
        Assert.Equal(Enumerable.Reverse(waiting).SkipLast(1), seen);
    }

    [Theory]
    [InlineData("JOB_NAME", "ALPHA", 1)]
    [InlineData("JOB_NAME", "al*", 2)]
    [InlineData("JOB_NAME", "al", 0)]
    [InlineData("JOB_DEFINITION", "work", 3)]
    [InlineData("JOB_DEFINITION", "Work", 0)]
    [InlineData("JOB_DEFINITION", "wo*", 3)]
    [InlineData("JOB_DEFINITION", "arn:aws:batch:us-east-1:000000000000:job-definition/work:1", 3)]
    [InlineData("JOB_DEFINITION", "arn:aws:batch:us-east-1:000000000000:job-definition/work", 0)]
    [InlineData("BEFORE_CREATED_AT", "1893456001000", 1)]
    [InlineData("AFTER_CREATED_AT", "1893456000000", 2)]
    public async Task Filters_look_at_jobs_of_every_status(string filter, string value, int found)
    {
        await using var engine = StillEngine.Open(_folder, processors: 1);
        foreach (var name in new[] { "alpha", "alpine", "beta" })
        {
            await engine.SubmitAsync(request => request.JobName = name);
            engine.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var jobs = (await engine.Batch.ListJobsAsync(new() { JobQueue = "local", Filters = [new() { Name = filter, Values = [value] }], JobStatus = JobStatus.FAILED }, Cancellation)).JobSummaryList!;

        Assert.Equal(found, jobs.Count);
    }

    private static EvaluateOnExit Rule(string exitCode) => new() { OnExitCode = exitCode, Action = "RETRY" };

    private static async Task<IEnumerable<string>> ListAsync(StillEngine engine, string? status) =>
        (await engine.Batch.ListJobsAsync(new() { JobQueue = "local", JobStatus = status }, Cancellation)).JobSummaryList!.Select(job => job.JobId!);
}
