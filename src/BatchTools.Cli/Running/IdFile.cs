namespace BatchTools.Cli.Running;

/// <summary>
/// A file of job ids, one a line, in the order in which the jobs were submitted. Each id is on its way to the disk before the next job is
/// told of, so that the file holds what was submitted also when the command is ended.
/// </summary>
internal sealed class IdFile : IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly StreamWriter _writer;

    private IdFile(string path) => _writer = new StreamWriter(path, append: false) { AutoFlush = true, NewLine = "\n" };

    /// <summary>Opens the file anew; null if there is to be none.</summary>
    public static IdFile? Open(string? path) => path is null ? null : new IdFile(path);

    public void Add(Job job)
    {
        lock (_gate)
        {
            if (_written.Add(job.JobId))
                _writer.WriteLine(job.JobId);
        }
    }

    public void Dispose() => _writer.Dispose();
}
