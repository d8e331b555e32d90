using System.Net;
using Amazon.Batch.Model;
using Amazon.Runtime;

namespace BatchTools.Tests;

public sealed class SummaryCostsTests
{
    private static readonly DateTime Start = new(2026, 11, 21, 9, 0, 0, DateTimeKind.Local);

    private readonly StandInConnection _service = new();

    public SummaryCostsTests() => FargatePrices.Offer(_service);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_job_has_its_cost_and_the_summary_has_their_sum()
    {
        var summary = await CostsAsync(Job("a", 1), Job("b", 2));

        Assert.Equal(["a", "b"], summary.Costs!.Keys);
        Assert.Equal(0.2, (double)summary.Costs["b"].Cost.High!.Value, 6);
        Assert.Equal(("w", 2, 0.3), (summary.Cost!.Name, summary.Cost.JobCount, Math.Round((double)summary.Cost.Cost.Low!.Value, 6)));
    }

    [Fact]
    public async Task An_array_whose_children_are_there_costs_nothing_besides_them()
    {
        var summary = await CostsAsync(Array("a", 2), Child("a", 0), Child("a", 1));

        Assert.Equal(["a:0", "a:1"], summary.Costs!.Keys);
        Assert.Equal((2, 0.2), (summary.Cost!.JobCount, Math.Round((double)summary.Cost.Cost.High!.Value, 6)));
        Assert.Equal(0, _service.Batch.Count<DescribeJobsRequest>());
    }

    [Fact]
    public async Task An_array_stands_for_those_of_its_children_that_are_not_there()
    {
        _service.Batch.On<DescribeJobsRequest, DescribeJobsResponse>(request => new() { Jobs = request.Jobs!.ConvertAll(Detail) });

        var summary = await CostsAsync(Array("a", 3), Child("a", 1));

        Assert.Equal(2, summary.Costs!["a"].JobCount);
        Assert.Equal((3, 0.3), (summary.Cost!.JobCount, Math.Round((double)summary.Cost.Cost.High!.Value, 6)));
    }

    [Fact]
    public async Task Children_that_may_not_be_read_are_told_as_missing()
    {
        _service.Batch.On<DescribeJobsRequest, DescribeJobsResponse>(DescribeJobsResponse (_) =>
            throw new AmazonServiceException("not authorized", ErrorType.Sender, "AccessDeniedException", "r", HttpStatusCode.Forbidden));

        var summary = await CostsAsync(Array("a", 3), Job("b", 1));

        Assert.Equal((0.1, null), ((double?)Math.Round(summary.Cost!.Cost.Low!.Value, 6), summary.Cost.Cost.High));
        Assert.StartsWith("not known: the children of 'name of a': ", summary.Cost.Remark);
    }

    private Task<WorkloadSummary> CostsAsync(params IEnumerable<Job> jobs)
    {
        var measure = new WorkloadMeasure("w");
        foreach (var job in jobs)
            measure.Add(job);
        return new SummaryCosts(_service.Reporter).AddToAsync(measure.ToSummary(), Cancel);
    }

    private Job Job(string id, int hours) => new()
    {
        JobId = id, JobName = $"name of {id}", JobQueue = "q", Status = JobStatus.SUCCEEDED, Connection = _service.Connection, Vcpu = 1, Memory = 1024,
        Attempts = [new() { Number = 1, StartedAt = Start, StoppedAt = Start.AddHours(hours) }],
    };

    private Job Array(string id, int size) => new()
    {
        JobId = id, JobName = $"name of {id}", JobQueue = "q", Status = JobStatus.SUCCEEDED, Connection = _service.Connection, ArraySize = size,
    };

    private Job Child(string array, int index) => new()
    {
        JobId = $"{array}:{index}", JobName = $"name of {array}", JobQueue = "q", Status = JobStatus.SUCCEEDED, Connection = _service.Connection, Vcpu = 1, Memory = 1024,
        ArrayIndex = index, Attempts = [new() { Number = 1, StartedAt = Start, StoppedAt = Start.AddHours(1) }],
    };

    private static JobDetail Detail(string id) => new()
    {
        JobId = id, JobName = "name of a", JobQueue = "q", Status = "SUCCEEDED", ArrayProperties = new() { Index = id[^1] - '0' },
        Container = new() { ResourceRequirements = [new() { Type = "VCPU", Value = "1" }, new() { Type = "MEMORY", Value = "1024" }] },
        Attempts = [new() { StartedAt = 1000, StoppedAt = 3601000 }], StartedAt = 1000, StoppedAt = 3601000,
    };
}
