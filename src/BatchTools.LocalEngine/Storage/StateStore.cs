using System.Text.Json;
using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Storage.Changes;
using Microsoft.Data.Sqlite;

namespace BatchTools.LocalEngine.Storage;

/// <summary>
/// Keeps resources and jobs on disk. Its calls only queue: <see cref="WhenDurableAsync"/> tells when what was queued has been
/// written, so that no caller is told of a state that a crash could take back.
/// </summary>
internal sealed class StateStore : IDisposable
{
    public const string EnvironmentKind = "compute-environment";
    public const string QueueKind = "job-queue";
    public const string DefinitionKind = "job-definition";
    public const string SchedulingPolicyKind = "scheduling-policy";
    public const string ConsumableResourceKind = "consumable-resource";
    public const string ConsumableTokenKind = "consumable-token";
    public const string ServiceEnvironmentKind = "service-environment";
    public const string QuotaShareKind = "quota-share";

    private readonly GroupCommitter<StateChange> _writer;
    private readonly StateStatements _statements;
    private readonly Action _flushLogs;

    // The newest state of each job in the transaction that is being written.
    private readonly Dictionary<(long Job, int Part), JobSaved> _newest = [];

    /// <summary>Takes over a connection for writing; what is on disk must have been read before.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="flushLogs">Blocks until the logs so far are on disk.</param>
    public StateStore(SqliteConnection connection, Action flushLogs)
    {
        _statements = new StateStatements(connection);
        _flushLogs = flushLogs;
        _writer = new GroupCommitter<StateChange>(connection, Write, "BatchTools state");
    }

    /// <summary>Nothing can be written any more.</summary>
    public bool HasFailed => _writer.HasFailed;

    public void Save(ComputeEnvironment environment) =>
        SaveResource(EnvironmentKind, environment.Name, environment.Sequence, environment.Detail.Write);

    public void Remove(ComputeEnvironment environment) => _writer.Enqueue(new ResourceRemoved(EnvironmentKind, environment.Name));

    public void Save(JobQueue queue) => SaveResource(QueueKind, queue.Id.ToString("N"), queue.Sequence, queue.Detail.Write);

    public void Remove(JobQueue queue) => _writer.Enqueue(new ResourceRemoved(QueueKind, queue.Id.ToString("N")));

    public void Save(JobDefinitionRevision definition) =>
        SaveResource(DefinitionKind, definition.Arn, definition.Sequence, definition.Detail.Write);

    public void Save(SchedulingPolicy policy) => SaveResource(SchedulingPolicyKind, policy.Name, policy.Sequence, policy.Detail.Write);

    public void Remove(SchedulingPolicy policy) => _writer.Enqueue(new ResourceRemoved(SchedulingPolicyKind, policy.Name));

    public void Save(ConsumableResource resource) => SaveResource(ConsumableResourceKind, resource.Name, resource.Sequence, resource.Detail.Write);

    public void Remove(ConsumableResource resource) => _writer.Enqueue(new ResourceRemoved(ConsumableResourceKind, resource.Name));

    /// <summary>Keeps a token; it is loaded after its resource, whose number is lower.</summary>
    public void Save(ConsumableToken token, long sequence) =>
        _writer.Enqueue(new ResourceSaved(ConsumableTokenKind, TokenId(token), sequence, JsonSerializer.SerializeToUtf8Bytes(token)));

    public void Remove(ConsumableToken token) => _writer.Enqueue(new ResourceRemoved(ConsumableTokenKind, TokenId(token)));

    public void Save(ServiceEnvironment environment) => SaveResource(ServiceEnvironmentKind, environment.Name, environment.Sequence, environment.Detail.Write);

    public void Remove(ServiceEnvironment environment) => _writer.Enqueue(new ResourceRemoved(ServiceEnvironmentKind, environment.Name));

    public void Save(QuotaShare share) => SaveResource(QuotaShareKind, share.Name, share.Sequence, share.Detail.Write);

    public void Remove(QuotaShare share) => _writer.Enqueue(new ResourceRemoved(QuotaShareKind, share.Name));

    public void AddJob(JobSubmission submission) => _writer.Enqueue(new JobAdded(submission, submission.Request));

    public void RemoveJob(JobSubmission submission) => _writer.Enqueue(new JobRemoved(submission.Sequence));

    public void SaveJob(Job job) => _writer.Enqueue(new JobSaved(job));

    /// <summary>Completes when everything queued so far is on disk; fails where it could not be written.</summary>
    public Task WhenDurableAsync() => _writer.WhenDurableAsync();

    /// <summary>Blocks while more than so many changes wait to be written.</summary>
    public void WaitForRoom(int most) => _writer.WaitForRoom(most);

    /// <summary>Writes what is queued and closes the database.</summary>
    public void Dispose() => _writer.Dispose();

    public static byte[] Encode(Action<Utf8JsonWriter> write) => OperationCall.Json(write).ToArray();

    // Of several states of a job only the last is written, for all of a transaction is on disk at once.
    private void Write(IReadOnlyList<StateChange> changes)
    {
        var needsLogs = false;
        _newest.Clear();
        foreach (var change in changes)
        {
            needsLogs |= change.NeedsLogs;
            if (change is JobSaved saved)
                _newest[saved.Place] = saved;
        }

        foreach (var change in changes)
        {
            if (change is not JobSaved saved || _newest[saved.Place] == saved)
                change.Apply(_statements);
        }

        if (needsLogs)
            _flushLogs();
    }

    private static string TokenId(ConsumableToken token) => $"{token.Resource}/{token.Token}";

    private void SaveResource(string kind, string id, long sequence, Action<Utf8JsonWriter> write) =>
        _writer.Enqueue(new ResourceSaved(kind, id, sequence, Encode(write)));
}
