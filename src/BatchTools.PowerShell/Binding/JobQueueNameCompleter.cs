namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of job queues.</summary>
public sealed class JobQueueNameCompleter : ServiceNameCompleter
{
    private static readonly NameCache Names = NameCache.Of(
        (connection, cancellationToken) => new JobQueues(connection, SilentReporter.Instance).GetAsync([], cancellationToken),
        queue => new(queue.JobQueueName, $"{queue.JobQueueName}: {queue.State}, {queue.Status}, priority {queue.Priority}"));

    private protected override NameCache Cache => Names;
}
