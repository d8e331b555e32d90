using System.Text.Json;
using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Scheduling.Nodes;
using Microsoft.Data.Sqlite;

namespace BatchTools.LocalEngine.Storage;

/// <summary>Reads what is on disk into memory when an engine is opened.</summary>
internal sealed class StateLoader(SqliteConnection connection)
{
    /// <summary>The identity on disk, made where there is none.</summary>
    public EngineIdentity LoadIdentity()
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT value FROM setting WHERE name = 'identity'";
        if (read.ExecuteScalar() is string text && text.Split(' ') is [var engine, var instance, var host])
            return new EngineIdentity(engine, instance, host);

        var identity = EngineIdentity.Make();
        using var write = Database.Prepare(connection, "INSERT INTO setting (name, value) VALUES ('identity', $value)", "$value");
        write.Parameters[0].Value = $"{identity.EngineId} {identity.InstanceId} {identity.HostId}";
        write.ExecuteNonQuery();
        return identity;
    }

    /// <summary>Puts everything on disk into the state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="started">Attempts that were begun, of which the newest may not be on disk as part of their jobs.</param>
    /// <returns>The single jobs and arrays, in the order of their submission.</returns>
    public IReadOnlyList<Job> Load(EngineState state, IReadOnlyList<StartedAttempt> started)
    {
        var queues = LoadResources(state);
        var jobs = LoadJobs(state, queues);
        LoadStates(jobs);
        foreach (var attempt in started)
            Add(state, jobs, attempt);
        foreach (var job in jobs.Values)
            state.Jobs.Add(job);
        return [.. jobs.Values];
    }

    private Dictionary<string, JobQueue> LoadResources(EngineState state)
    {
        var queues = new Dictionary<string, JobQueue>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        // Environments and policies come before the queues that name them.
        command.CommandText = "SELECT kind, id, sequence, body FROM resource ORDER BY kind = 'job-queue', sequence";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var (kind, id, sequence, body) = (rows.GetString(0), rows.GetString(1), rows.GetInt64(2), (byte[])rows.GetValue(3));
            state.SequenceUsed(sequence);
            switch (kind)
            {
                case StateStore.EnvironmentKind:
                    var environment = new ComputeEnvironment(sequence, WireReader.ReadBody(body, ComputeEnvironmentDetail.Read), state.Machine);
                    state.Environments.Add(environment.Name, environment);
                    break;
                case StateStore.DefinitionKind:
                    state.Definitions.Add(new JobDefinitionRevision(sequence, WireReader.ReadBody(body, JobDefinition.Read)));
                    break;
                case StateStore.SchedulingPolicyKind:
                    var policy = new SchedulingPolicy(sequence, WireReader.ReadBody(body, SchedulingPolicyDetail.Read));
                    state.SchedulingPolicies.Add(policy.Name, policy);
                    break;
                case StateStore.ConsumableResourceKind:
                    var consumable = new ConsumableResource(sequence, WireReader.ReadBody(body, DescribeConsumableResourceResponse.Read));
                    state.ConsumableResources.Add(consumable.Name, consumable);
                    break;
                case StateStore.ConsumableTokenKind:
                    var token = JsonSerializer.Deserialize<ConsumableToken>(body)!;
                    if (state.ConsumableResources.TryFind(token.Resource, out var updated))
                        updated.Remember(token);
                    break;
                case StateStore.ServiceEnvironmentKind:
                    var service = new ServiceEnvironment(sequence, WireReader.ReadBody(body, ServiceEnvironmentDetail.Read));
                    state.ServiceEnvironments.Add(service.Name, service);
                    break;
                case StateStore.QuotaShareKind:
                    var share = new QuotaShare(sequence, WireReader.ReadBody(body, DescribeQuotaShareResponse.Read));
                    state.QuotaShares.Add(share.Name, share);
                    break;
                case StateStore.QueueKind:
                    var queue = ReadQueue(state, sequence, id, WireReader.ReadBody(body, JobQueueDetail.Read));
                    state.Queues.Add(queue.Name, queue);
                    queues.Add(id, queue);
                    break;
            }
        }

        return queues;
    }

    private static JobQueue ReadQueue(EngineState state, long sequence, string id, JobQueueDetail detail)
    {
        state.SchedulingPolicies.TryFind(detail.SchedulingPolicyArn, out var policy);
        return new JobQueue(sequence, Guid.Parse(id), detail, policy)
        {
            Environments = [.. (detail.ComputeEnvironmentOrder ?? [])
                .OrderBy(static entry => entry.Order)
                .Select(entry => state.Environments.TryFind(entry.ComputeEnvironment, out var found) ? found : null)
                .OfType<ComputeEnvironment>()],
        };
    }

    private SortedDictionary<long, Job> LoadJobs(EngineState state, Dictionary<string, JobQueue> queues)
    {
        var jobs = new SortedDictionary<long, Job>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, id, queue, queue_name, definition, created, request FROM job";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var sequence = rows.GetInt64(0);
            state.SequenceUsed(sequence);
            var queueId = rows.GetString(2);
            if (!queues.TryGetValue(queueId, out var queue))
                queues[queueId] = queue = Deleted(state, queueId, rows.GetString(3));
            var request = WireReader.ReadBody((byte[])rows.GetValue(6), SubmitJobRequest.Read);
            var submission = new JobSubmission(
                sequence, rows.GetString(1), rows.GetInt64(5), request, state.Definitions.Find(rows.GetString(4))[0], queue);
            jobs[sequence] = submission.MakeJob();
        }

        return jobs;
    }

    private void LoadStates(SortedDictionary<long, Job> jobs)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT job, child, state, flags, reason, end_reason, started, stopped, attempts FROM job_state";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var job = jobs[rows.GetInt64(0)];
            if (rows.GetInt32(1) is var child && child != StateSchema.NoChild)
                job = job.Executables[child];
            Restore(job, rows);
        }
    }

    private static void Restore(Job job, SqliteDataReader row)
    {
        var flags = (JobFlags)row.GetInt32(3);
        job.IsCancelled = flags.HasFlag(JobFlags.Cancelled);
        job.IsTerminated = flags.HasFlag(JobFlags.Terminated);
        job.StatusReason = row.IsDBNull(4) ? null : row.GetString(4);
        job.EndReason = row.IsDBNull(5) ? null : row.GetString(5);
        job.StartedAt = row.GetInt64(6);
        job.StoppedAt = row.GetInt64(7);

        var state = (JobState)row.GetInt32(2);
        if (job is ExecutableJob executable)
            executable.Attempts = AttemptCodec.Decode(row.IsDBNull(8) ? null : (byte[])row.GetValue(8));
        // What had not ended is looked at anew: it was running, or it is as if just submitted.
        // A main node that has ended may have left others, which had to be stopped first.
        if (!state.IsTerminal())
            state = job is ExecutableJob { Attempts: [.., { IsOver: false }] } or NodeJob { IsMain: true, Attempts.Length: > 0 } ? JobState.Running : JobState.Submitted;
        if (job is ArrayChild child)
            child.Parent.StartedAt = Earlier(child.Parent.StartedAt, child.StartedAt);

        if (job is NodeJob { IsMain: true } main)
            main.Parent.StartedAt = main.StartedAt;
        SetState(job, state);
    }

    private static void SetState(Job job, JobState state)
    {
        if (job is ArrayChild child)
            child.Parent.Counts.Move(child.State, state);
        job.State = state;
    }

    // A process may have run for it, so its number is used up. The attempt before it had ended, though that is not on disk.
    private static void Add(EngineState state, SortedDictionary<long, Job> jobs, StartedAttempt started)
    {
        if (!jobs.TryGetValue(started.Job, out var job))
            return;
        var executable = started.Part == StateSchema.NoChild ? job as ExecutableJob : job.Executables[started.Part];
        if (executable is null or { IsOver: true } || executable.Attempts.Length >= started.Number)
            return;
        var before = executable.Attempts.Select(attempt => attempt.IsOver ? attempt : attempt with
        {
            StatusReason = StatusReasons.HostLost(state.Identity.InstanceId), StoppedAt = state.Now,
        });
        executable.Attempts = [.. before, new Attempt { TaskId = started.TaskId, ClusterName = started.ClusterName, EnvironmentName = started.EnvironmentName }];
        SetState(executable, JobState.Starting);
    }

    private static long Earlier(long one, long other) => one == 0 ? other : other == 0 ? one : Math.Min(one, other);

    // A queue that was deleted while its finished jobs are still kept.
    private static JobQueue Deleted(EngineState state, string id, string name) => new(0, Guid.Parse(id), new JobQueueDetail
    {
        JobQueueName = name,
        JobQueueArn = state.Names.Queue(name),
        Status = JQStatus.DELETED,
    });
}
