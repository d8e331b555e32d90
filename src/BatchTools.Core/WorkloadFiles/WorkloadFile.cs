namespace BatchTools;

/// <summary>
/// A workload as a file describes it: compute environments, job queues, job definitions, jobs and sweeps, in AWS's own
/// shapes.
/// </summary>
public sealed class WorkloadFile
{
    /// <summary>The name of the workload: the file's own, else the name of the file.</summary>
    public required string Name { get; init; }

    /// <summary>How many jobs the file asks for; an array job counts as one.</summary>
    public long JobCount => throw new NotImplementedException();

    /// <summary>What is odd in the file but not wrong: one sentence each, with its place.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The workload.</returns>
    /// <exception cref="BatchException">
    /// The file cannot be read, or something in it is wrong; each problem is a line of the message with its place, and the
    /// target of several is the list of them.
    /// </exception>
    public static WorkloadFile Load(string path) => throw new NotImplementedException();
}
