using Amazon.Batch;
using Amazon.CloudWatchLogs.Model;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Api.CloudWatchLogs;

/// <summary>How long logs are kept, and how they are removed.</summary>
public sealed class LogKeepingTests : IDisposable
{
    private const string Group = "/test/group";
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_deleted_stream_is_gone_with_its_events_and_can_be_made_again()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        var now = DateTime.UtcNow;
        await PutAsync(engine, Group, "gone", now, "first");
        await PutAsync(engine, Group, "stays", now, "other");

        await engine.Logs.DeleteLogStreamAsync(new DeleteLogStreamRequest { LogGroupName = Group, LogStreamName = "gone" }, Cancellation);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => ReadAsync(engine, Group, "gone"));
        Assert.Equal(["other"], await FilterAsync(engine));
        await PutAsync(engine, Group, "gone", now, "second");
        Assert.Equal(["second"], await ReadAsync(engine, Group, "gone"));
    }

    [Fact]
    public async Task A_deleted_group_is_gone_with_all_its_streams_and_others_keep_theirs()
    {
        await using (var engine = await OpenEngine.StartAsync(_folder))
        {
            await PutAsync(engine, Group, "s", DateTime.UtcNow, "old");
            await PutAsync(engine, "/other", "s", DateTime.UtcNow, "kept");
            await engine.Logs.DeleteLogGroupAsync(new DeleteLogGroupRequest { LogGroupName = Group }, Cancellation);
            await PutAsync(engine, "/third", "s", DateTime.UtcNow, "third");

            await Assert.ThrowsAsync<ResourceNotFoundException>(() => ReadAsync(engine, Group, "s"));
            await Assert.ThrowsAsync<ResourceNotFoundException>(() => engine.Logs.DeleteLogGroupAsync(new DeleteLogGroupRequest { LogGroupName = Group }, Cancellation));
        }

        await using var reopened = await OpenEngine.StartAsync(_folder);
        var groups = await reopened.Logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest(), Cancellation);
        Assert.Equal(["/other", "/third"], groups.LogGroups!.Select(group => group.LogGroupName));
        Assert.Equal(["kept"], await ReadAsync(reopened, "/other", "s"));
        Assert.Equal(["third"], await ReadAsync(reopened, "/third", "s"));
        await PutAsync(reopened, Group, "s", DateTime.UtcNow, "new");
        Assert.Equal(["new"], await ReadAsync(reopened, Group, "s"));
    }

    [Fact]
    public async Task The_group_of_running_jobs_can_be_deleted_and_comes_back_with_the_next_attempt()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        await engine.DefineAsync("talker", "sh", "-c", $"echo before; until [ -e '{_folder.File("go")}' ]; do sleep 0.02; done; echo after");
        var running = await engine.AwaitAsync(await engine.SubmitAsync("talker"), JobStatus.RUNNING);
        await engine.Logs.DeleteLogGroupAsync(new DeleteLogGroupRequest { LogGroupName = "/aws/batch/job" }, Cancellation);
        await File.WriteAllTextAsync(_folder.File("go"), "", Cancellation);

        var ended = await engine.AwaitEndAsync(running.JobId!);
        Assert.Equal(JobStatus.SUCCEEDED, ended.Status);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => engine.ReadLogAsync(ended));

        Assert.Equal(["hello"], await engine.ReadLogAsync(await engine.RunAsync("echo", "hello")));
        Assert.Equal(["hello"], await FilterAsync(engine, "/aws/batch/job"));
    }

    [Fact]
    public async Task Events_older_than_their_group_keeps_them_are_removed()
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var engine = await OpenEngine.StartAsync(_folder, change: options => options with { TimeProvider = time, ClientTime = TimeProvider.System });
        await PutAsync(engine, Group, "s", time.GetUtcNow().UtcDateTime, "old");
        await PutAsync(engine, "/other", "s", time.GetUtcNow().UtcDateTime, "kept");
        await engine.Logs.PutRetentionPolicyAsync(new PutRetentionPolicyRequest { LogGroupName = Group, RetentionInDays = 3 }, Cancellation);

        time.Advance(TimeSpan.FromDays(2));
        await PutAsync(engine, Group, "s", time.GetUtcNow().UtcDateTime, "new");
        Assert.Equal(["old", "new"], await ReadAsync(engine, Group, "s"));

        time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromHours(1));
        Assert.Equal(["new"], await ReadAsync(engine, Group, "s"));

        await engine.Logs.DeleteRetentionPolicyAsync(new DeleteRetentionPolicyRequest { LogGroupName = Group }, Cancellation);
        time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(["new"], await ReadAsync(engine, Group, "s"));
        Assert.Equal(["kept"], await ReadAsync(engine, "/other", "s"));
        var described = await engine.Logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = Group }, Cancellation);
        Assert.Null(Assert.Single(described.LogGroups!).RetentionInDays);
    }

    [Fact]
    public async Task A_retention_that_AWS_does_not_know_is_refused()
    {
        await using var engine = await OpenEngine.StartAsync(_folder);
        await engine.Logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = Group }, Cancellation);

        var error = await Assert.ThrowsAsync<InvalidParameterException>(
            () => engine.Logs.PutRetentionPolicyAsync(new PutRetentionPolicyRequest { LogGroupName = Group, RetentionInDays = 8 }, Cancellation));

        Assert.StartsWith("1 validation error detected: Value '8' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [1, 3, 5, 7, 14,", error.Message, StringComparison.Ordinal);
    }

    private static async Task PutAsync(OpenEngine engine, string group, string stream, DateTime at, string message)
    {
        var groups = await engine.Logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = group }, Cancellation);
        if (groups.LogGroups is not { Count: > 0 })
            await engine.Logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = group }, Cancellation);
        var streams = await engine.Logs.DescribeLogStreamsAsync(new DescribeLogStreamsRequest { LogGroupName = group, LogStreamNamePrefix = stream }, Cancellation);
        if (streams.LogStreams is not { Count: > 0 })
            await engine.Logs.CreateLogStreamAsync(new CreateLogStreamRequest { LogGroupName = group, LogStreamName = stream }, Cancellation);
        await engine.Logs.PutLogEventsAsync(
            new PutLogEventsRequest { LogGroupName = group, LogStreamName = stream, LogEvents = [new InputLogEvent { Timestamp = at, Message = message }] }, Cancellation);
    }

    private static async Task<List<string>> ReadAsync(OpenEngine engine, string group, string stream)
    {
        var page = await engine.Logs.GetLogEventsAsync(new GetLogEventsRequest { LogGroupName = group, LogStreamName = stream, StartFromHead = true }, Cancellation);
        return (page.Events ?? []).ConvertAll(entry => entry.Message!);
    }

    private static async Task<List<string>> FilterAsync(OpenEngine engine, string group = Group)
    {
        var page = await engine.Logs.FilterLogEventsAsync(new FilterLogEventsRequest { LogGroupName = group }, Cancellation);
        return (page.Events ?? []).ConvertAll(entry => entry.Message!);
    }
}
