using System.Runtime.CompilerServices;

namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of job queues.</summary>
public sealed class JobQueueNameCompleter : ServiceNameCompleter
{
    private static readonly NameCache Names = new(LookUpAsync, TimeProvider.System);

    private protected override NameCache Cache => Names;

    private static async IAsyncEnumerable<Suggestion> LookUpAsync(BatchConnection connection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var queue in new JobQueues(connection, SilentReporter.Instance).GetAsync([], cancellationToken))
            yield return new Suggestion(queue.JobQueueName, $"{queue.JobQueueName}: {queue.State}, {queue.Status}, priority {queue.Priority}");
    }
}
