using BatchTools.LocalEngine.Logs;
using BatchTools.LocalEngine.Logs.Queries;
using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Api.CloudWatchLogs;

/// <summary>CloudWatch Logs as this engine offers it: what is needed to write, read and query logs.</summary>
internal sealed partial class LocalLogsApi(LogStore logs, LogQueries queries, AwsNames names) : CloudWatchLogsApi
{
    private readonly SemaphoreSlim _changing = new(1);

    // Makes streams and appends in turn, each after what came before it can be read.
    private async Task<T> ChangeAsync<T>(Func<T> change, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            await logs.WhenDurableAsync();
            return change();
        }
        finally
        {
            _changing.Release();
        }
    }

    private LogGroupEntry FindGroup(string? name, string? identifier = null)
    {
        if (name is not null && identifier is not null)
            throw ServiceError.InvalidParameter("Give logGroupName or logGroupIdentifier, not both.");
        var wanted = name ?? identifier ?? throw ServiceError.InvalidParameter("Give logGroupName or logGroupIdentifier.");
        var prefix = names.LogGroup("");
        if (wanted.StartsWith(prefix, StringComparison.Ordinal))
            wanted = wanted[prefix.Length..];
        return logs.FindGroup(wanted) ?? throw ServiceError.ResourceNotFound("The specified log group does not exist.");
    }

    private LogStreamEntry FindStream(LogGroupEntry group, string name) =>
        logs.Read(reader => reader.FindStream(group, name)) ?? throw ServiceError.ResourceNotFound("The specified log stream does not exist.");
}
