using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Holds the environments that a queue of a file names against the file and against what exists.</summary>
/// <param name="connection">The connection.</param>
/// <param name="reporter">Hears what is odd.</param>
internal sealed class QueueOrderChecks(BatchConnection connection, IReporter reporter)
{
    private readonly ComputeEnvironments _existing = new(connection, reporter);

    /// <summary>Environments that are nowhere, and such as can not be in one queue.</summary>
    /// <param name="file">The file.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public async Task<IReadOnlyList<BatchException>> CheckAsync(WorkloadFile file, FileItem<CreateJobQueueRequest> queue, CancellationToken cancellationToken)
    {
        var problems = new List<BatchException>();
        var known = new List<(string Name, string Type)>();
        foreach (var (order, index) in (queue.Request.ComputeEnvironmentOrder ?? []).Select((order, index) => (order.ComputeEnvironment, index)))
        {
            if (order is not { } name)
                continue;
            if (await TypeAsync(file, name, cancellationToken) is not { } type)
                problems.Add(Problem(nameof(Messages.QueueEnvironmentMissing), Where(queue, index), queue.Name, name, connection.Name));
            else if (known.FirstOrDefault(other => IsFargate(other.Type) != IsFargate(type)) is { Name: { } } other)
                problems.Add(Problem(nameof(Messages.QueueEnvironmentsMixed), Where(queue, index), queue.Name, other.Name, other.Type, name, type));
            else
                known.Add((name, type));
        }

        return problems;
    }

    // Null: there is none. What is not managed has instances of its own, which are EC2's.
    private async Task<string?> TypeAsync(WorkloadFile file, string name, CancellationToken cancellationToken)
    {
        if (file.ComputeEnvironments.FirstOrDefault(environment => environment.Name == name) is { } own)
            return own.Request.ComputeResources?.Type?.Value ?? nameof(ComputeResourceType.EC2);
        if (await _existing.FindAsync(name, cancellationToken) is not { } existing)
            return null;
        return (existing.ResourceType == ComputeResourceType.UNKNOWN ? ComputeResourceType.EC2 : existing.ResourceType).ToString();
    }

    private static bool IsFargate(string type) => type.StartsWith(nameof(ComputeResourceType.FARGATE), StringComparison.Ordinal);

    private static BatchException Problem(string textId, string where, params object?[] args) => BatchException.For(textId, ErrorKind.InvalidInput, where, [where, .. args]);

    private static string Where(FileItem<CreateJobQueueRequest> queue, int index)
    {
        if (queue.Source.Find("computeEnvironmentOrder")?.Value is not SourceArray order || order.Items.ElementAtOrDefault(index) is not SourceObject item)
            return queue.Where;
        return (item.Find("computeEnvironment")?.Value ?? item).Where;
    }
}
