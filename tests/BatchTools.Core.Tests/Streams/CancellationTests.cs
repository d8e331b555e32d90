using System.Diagnostics;
using Amazon.Batch.Model;

namespace BatchTools.Tests;

/// <summary>Every stream ends promptly when it is cancelled in the midst of a call that does not come back.</summary>
public sealed class CancellationTests
{
    private readonly StandInConnection _service = new(TimeProvider.System);
    private readonly TaskCompletionSource _calling = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CancellationTests()
    {
        _service.Batch.On<DescribeJobsRequest, DescribeJobsResponse>(HangAsync<DescribeJobsResponse>);
        _service.Batch.On<ListJobsRequest, ListJobsResponse>(HangAsync<ListJobsResponse>);
        _service.Batch.On<DescribeJobQueuesRequest, DescribeJobQueuesResponse>(HangAsync<DescribeJobQueuesResponse>);
        _service.Batch.On<DescribeComputeEnvironmentsRequest, DescribeComputeEnvironmentsResponse>(HangAsync<DescribeComputeEnvironmentsResponse>);
        _service.Batch.On<DescribeJobDefinitionsRequest, DescribeJobDefinitionsResponse>(HangAsync<DescribeJobDefinitionsResponse>);
    }

    public static TheoryData<string> Operations => ["get", "list", "wait", "stop", "logs", "submit", "queues", "environments", "definitions"];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_stream_ends_promptly(string operation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = RunAsync(operation, stop.Token);
        await _calling.Task.WaitAsync(TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(3), $"It took {clock.Elapsed}.");
        Assert.Empty(_service.Reporter.Errors);
    }

    private async Task RunAsync(string operation, CancellationToken cancellationToken)
    {
        var connection = _service.Connection;
        var reporter = _service.Reporter;
        var job = Streams.Of("one");
        var request = new[] { new JobRequest { JobName = "one", JobQueue = "hpc", JobDefinition = "md" } }.ToAsyncEnumerable();
        await (operation switch
        {
            "get" => EndAsync(new Jobs(connection, reporter).GetAsync(job, null, cancellationToken)),
            "list" => EndAsync(new Jobs(connection, reporter).GetAsync(new JobFilter { JobQueues = ["hpc"] }, cancellationToken)),
            "wait" => EndAsync(new JobWaiter(connection, reporter).WaitAsync(job, new WaitOptions(), cancellationToken)),
            "stop" => EndAsync(new JobStopper(connection, reporter).StopAsync(job, new StopOptions(), cancellationToken)),
            "logs" => EndAsync(new JobLogs(connection, reporter).ReadAsync(job, new LogOptions(), cancellationToken)),
            "submit" => EndAsync(new JobSubmission(connection, reporter).SubmitAsync(request, new SubmitOptions(), cancellationToken)),
            "queues" => EndAsync(new JobQueues(connection, reporter).GetAsync([], cancellationToken)),
            "environments" => EndAsync(new ComputeEnvironments(connection, reporter).GetAsync([], cancellationToken)),
            "definitions" => EndAsync(new JobDefinitions(connection, reporter).GetAsync(new JobDefinitionFilter(), cancellationToken)),
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        });
    }

    private static async Task EndAsync<T>(IAsyncEnumerable<T> stream)
    {
        await foreach (var _ in stream)
        {
        }
    }

    private async Task<TResponse> HangAsync<TResponse>(object request, CancellationToken cancellationToken)
    {
        _calling.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException(request.ToString());
    }
}
