using System.Globalization;
using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class JobsTests
{
    private readonly StandInConnection _service = new();
    private readonly StandInJobs _jobs;

    public JobsTests() => _jobs = new StandInJobs(_service.Batch);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_conditions_every_state_is_listed_and_each_job_comes_once()
    {
        var listed = new List<string>();
        _jobs.Add("moving", "SUCCEEDED");
        _jobs.Add("staying", "RUNNABLE");
        _service.Batch.On<ListJobsRequest, ListJobsResponse>(request =>
        {
            listed.Add(request.JobStatus!.Value);
            // One job is on its way through the states while they are listed.
            return new ListJobsResponse
            {
                JobSummaryList = request.JobStatus.Value switch
                {
                    "RUNNABLE" => [Summary("moving"), Summary("staying")],
                    "RUNNING" or "SUCCEEDED" => [Summary("moving")],
                    _ => [],
                },
            };
        });

        var found = await FindAsync(new JobFilter { JobQueues = ["hpc"] });

        Assert.Equal(["moving", "staying"], found.Select(job => job.JobId).Order(StringComparer.Ordinal));
        Assert.Equal(["RUNNING", "SUBMITTED", "PENDING", "RUNNABLE", "STARTING", "RUNNING", "SUCCEEDED", "FAILED"], listed);
    }

    [Fact]
    public async Task Pages_are_read_as_they_are_needed()
    {
        _service.Batch.On<ListJobsRequest, ListJobsResponse>(request =>
        {
            var page = int.Parse(request.NextToken ?? "0", CultureInfo.InvariantCulture);
            var ids = Enumerable.Range(page * 100, 100).Select(index => $"job-{index}").ToArray();
            foreach (var id in ids)
                _jobs.Add(id, "FAILED");
            return new ListJobsResponse { JobSummaryList = [.. ids.Select(Summary)], NextToken = $"{page + 1}" };
        });

        var first = await new Jobs(_service.Connection, _service.Reporter)
            .GetAsync(new JobFilter { JobQueues = ["hpc"], Statuses = [JobStatus.FAILED] }, Cancel).Take(3).ToListAsync(Cancel);

        Assert.Equal(["job-0", "job-1", "job-2"], first.Select(job => job.JobId));
        Assert.InRange(_service.Batch.Count<ListJobsRequest>(), 1, 8);
    }

    [Fact]
    public async Task The_first_page_is_small_so_that_the_first_job_is_there_soon_and_all_others_are_large()
    {
        var sizes = new List<int?>();
        _service.Batch.On<ListJobsRequest, ListJobsResponse>(request =>
        {
            sizes.Add(request.MaxResults);
            return new ListJobsResponse { JobSummaryList = [Summary($"job-{sizes.Count}")], NextToken = sizes.Count < 3 ? "more" : null };
        });

        await FindAsync(new JobFilter { JobQueues = ["hpc"], Statuses = [JobStatus.SUCCEEDED, JobStatus.FAILED] });

        Assert.Equal([100, 1000, 1000, 1000], sizes);
    }

    [Theory]
    [InlineData("sim*", null, "JOB_NAME", "sim*")]
    [InlineData("sim-1", null, "JOB_NAME", "sim-1")]
    [InlineData("*", "md", "JOB_DEFINITION", "md")]
    [InlineData("s?m", "md:3", "JOB_DEFINITION", "md")]
    public async Task A_condition_that_the_service_knows_is_left_to_it(string name, string? definition, string filter, string value)
    {
        _service.Batch.On<ListJobsRequest, ListJobsResponse>(_ => new ListJobsResponse());

        await FindAsync(new JobFilter { JobQueues = ["hpc"], JobNames = [name], JobDefinition = definition, Statuses = [JobStatus.FAILED] });

        var request = Assert.Single(_service.Batch.Requests.OfType<ListJobsRequest>());
        Assert.Null(request.JobStatus);
        Assert.Equal((filter, value), (request.Filters![0].Name, Assert.Single(request.Filters[0].Values!)));
    }

    [Fact]
    public async Task A_job_whose_description_is_gone_comes_as_the_listing_told_it()
    {
        _service.Batch.On<ListJobsRequest, ListJobsResponse>(_ => new ListJobsResponse { JobSummaryList = [Summary("gone")] });

        var job = Assert.Single(await FindAsync(new JobFilter { JobQueues = ["hpc"], Statuses = [JobStatus.FAILED], Detail = true }));

        Assert.Equal(("gone", JobStatus.FAILED, "hpc", "md:3"), (job.JobId, job.Status, job.JobQueue, job.JobDefinition));
        Assert.Equal("gone", job.Raw["jobId"]);
    }

    [Fact]
    public async Task A_list_costs_no_description_unless_it_is_asked_for_or_needed()
    {
        _service.Batch.On<ListJobsRequest, ListJobsResponse>(request => new ListJobsResponse { JobSummaryList = request.JobStatus == "FAILED" ? [Summary("one")] : [] });
        _jobs.Add("one", "FAILED").Tags = new() { ["batchtools:workload"] = "w" };

        Assert.False(Assert.Single(await FindAsync(new JobFilter { JobQueues = ["hpc"] })).IsDetailed);
        Assert.Equal(0, _service.Batch.Count<DescribeJobsRequest>());

        Assert.True(Assert.Single(await FindAsync(new JobFilter { JobQueues = ["hpc"], Detail = true })).IsDetailed);
        Assert.Equal("w", Assert.Single(await FindAsync(new JobFilter { JobQueues = ["hpc"], Workload = "w" })).Workload);
        Assert.Equal(2, _service.Batch.Count<DescribeJobsRequest>());
    }

    [Fact]
    public async Task The_share_goes_to_the_service_together_with_the_state()
    {
        _service.Batch.On<ListJobsRequest, ListJobsResponse>(_ => new ListJobsResponse());

        await FindAsync(new JobFilter { JobQueues = ["hpc"], ShareIdentifier = "A", JobNames = ["sim"], Statuses = [JobStatus.RUNNABLE] });

        var request = Assert.Single(_service.Batch.Requests.OfType<ListJobsRequest>());
        Assert.Equal(("RUNNABLE", "SHARE_IDENTIFIER", "A"), (request.JobStatus!.Value, request.Filters![0].Name, request.Filters[0].Values![0]));
    }

    [Fact]
    public async Task Failed_children_are_listed_and_described_not_all_children()
    {
        _jobs.Add("array", "FAILED").ArrayProperties = new ArrayPropertiesDetail { Size = 10_000 };
        _jobs.Add("array:7", "FAILED").ArrayProperties = new ArrayPropertiesDetail { Index = 7 };
        _service.Batch.On<ListJobsRequest, ListJobsResponse>(request => new ListJobsResponse
        {
            JobSummaryList = (request.ArrayJobId, request.JobStatus!.Value) == ("array", "FAILED") ? [Summary("array:7")] : [],
        });

        var failed = await new Jobs(_service.Connection, _service.Reporter).GetAsync(Streams.Of("array"), new JobFilter { FailedChild = true }, Cancel).ToListAsync(Cancel);

        Assert.Equal(7, Assert.Single(failed).ArrayIndex);
        Assert.Equal(1, _service.Batch.Count<ListJobsRequest>());
    }

    [Fact]
    public async Task Nodes_come_in_place_of_their_job_and_what_has_none_is_told()
    {
        _jobs.Add("mpi", "RUNNING").NodeProperties = new NodeProperties { NumNodes = 2 };
        _jobs.Add("mpi#0", "RUNNING").NodeDetails = new NodeDetails { NodeIndex = 0, IsMainNode = true };
        _jobs.Add("mpi#1", "RUNNING").NodeDetails = new NodeDetails { NodeIndex = 1 };
        _jobs.Add("single", "RUNNING");

        var nodes = await new Jobs(_service.Connection, _service.Reporter).GetAsync(Streams.Of("mpi", "single"), new JobFilter { Node = true }, Cancel).ToListAsync(Cancel);

        Assert.Equal([("mpi#0", 0), ("mpi#1", 1)], nodes.Select(node => (node.JobId, node.NodeIndex!.Value)));
        Assert.Equal(nameof(Messages.NotAMultiNodeJob), Assert.Single(_service.Reporter.Errors).ErrorId);
    }

    [Fact]
    public async Task Children_of_an_array_are_described_a_hundred_a_call_without_listing_them()
    {
        var parent = _jobs.Add("array", "PENDING");
        parent.ArrayProperties = new ArrayPropertiesDetail { Size = 1_000 };
        for (var index = 0; index < 1_000; index++)
            _jobs.Add($"array:{index}", "RUNNING").ArrayProperties = new ArrayPropertiesDetail { Index = index };

        var children = await new Jobs(_service.Connection, _service.Reporter)
            .GetAsync(Streams.Of("array"), new JobFilter { Child = true }, Cancel).ToListAsync(Cancel);

        Assert.Equal(Enumerable.Range(0, 1_000), children.Select(child => child.ArrayIndex!.Value));
        Assert.Equal(11, _service.Batch.Count<DescribeJobsRequest>());
        Assert.Equal(0, _service.Batch.Count<ListJobsRequest>());
    }

    [Fact]
    public async Task A_job_without_children_is_told()
    {
        _jobs.Add("single", "RUNNING");
        Assert.Empty(await new Jobs(_service.Connection, _service.Reporter)
            .GetAsync(Streams.Of("single"), new JobFilter { Child = true }, Cancel).ToListAsync(Cancel));
        Assert.Equal(nameof(Messages.NotAnArrayJob), Assert.Single(_service.Reporter.Errors).ErrorId);
    }

    [Fact]
    public async Task Items_go_to_the_connection_that_they_came_from()
    {
        var other = new StandInConnection();
        new StandInJobs(other.Batch).Add("there", "RUNNING");
        _jobs.Add("here", "RUNNING");
        var references = new[] { JobReference.To("here"), JobReference.To(new Job { JobId = "there", Connection = other.Connection }) };

        var found = await new Jobs(_service.Connection, _service.Reporter).GetAsync(references.ToAsyncEnumerable(), null, Cancel).ToListAsync(Cancel);

        Assert.Equal([("here", _service.Connection), ("there", other.Connection)], found.Select(job => (job.JobId, job.Connection)));
        Assert.Equal(1, other.Batch.Count<DescribeJobsRequest>());
    }

    private static JobSummary Summary(string id) => new()
    {
        JobId = id,
        JobName = $"name-of-{id}",
        JobDefinition = "arn:aws:batch:us-east-1:123456789012:job-definition/md:3",
        Status = "FAILED",
        CreatedAt = 1_700_000_000_000,
    };

    private async Task<List<Job>> FindAsync(JobFilter filter) =>
        await new Jobs(_service.Connection, _service.Reporter).GetAsync(filter, Cancel).ToListAsync(Cancel);
}
