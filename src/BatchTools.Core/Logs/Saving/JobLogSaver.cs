using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Saves the logs of jobs in files, one an attempt. Saving again adds what is missing and nothing else.</summary>
/// <param name="connection">The connection of references that bring none.</param>
/// <param name="reporter">Hears of progress and of logs that cannot be saved.</param>
public sealed class JobLogSaver(BatchConnection connection, IReporter reporter)
{
    private const int FilesAtATime = 4;
    private const string Activity = "Saving logs";

    private readonly Dictionary<(BatchConnection, string), string?> _workloads = [];
    private readonly LogProblems _problems = new(reporter);
    private long _lines;
    private int _found;
    private int _done;
    private bool _allFound;

    /// <summary>Saves the logs of jobs, of the children of array jobs, of the nodes of multi-node jobs.</summary>
    /// <param name="jobs">Jobs, ids or ARNs; as they come.</param>
    /// <param name="options">Where and what.</param>
    /// <param name="cancellationToken">Ends the saving; what is in files stays and is gone on from.</param>
    /// <returns>Each file, as it is done.</returns>
    /// <exception cref="BatchException">The template names something that is not known.</exception>
    public async IAsyncEnumerable<SavedJobLog> SaveAsync(
        IAsyncEnumerable<JobReference> jobs, SaveLogOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(options);
        var template = LogPathTemplate.Read(options.Template);
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var files = FilesAsync(jobs, options, template, taken, cancellationToken)
            .SelectInOrderAsync(FilesAtATime, (file, token) => TrySaveAsync(file.File, file.Stream, options.Force, token), cancellationToken);
        await foreach (var saved in files)
        {
            _done++;
            Report(completed: false);
            if (saved is not null)
                yield return saved;
        }

        if (_found > 0)
            Report(completed: true);
    }

    private async IAsyncEnumerable<(LogFile File, LogStream Stream)> FilesAsync(
        IAsyncEnumerable<JobReference> jobs, SaveLogOptions options, LogPathTemplate template, Dictionary<string, string> taken,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reading = new JobLogReading(reporter, options.Logs);
        await foreach (var job in new LogJobs(connection, reporter).SingleAsync(jobs, cancellationToken))
        {
            var workload = template.HasWorkload ? job.Workload ?? await WorkloadOfWholeAsync(job, cancellationToken) : null;
            foreach (var stream in reading.StreamsOf(job))
            {
                var path = Path.GetFullPath(Path.Combine(options.Folder, template.PathOf(stream, workload)));
                var isFree = taken.TryAdd(path, stream.Name);
                if (!isFree && taken[path] != stream.Name)
                    reporter.Error(BatchException.For(nameof(Messages.LogFileTaken), ErrorKind.Conflict, path, path, job.JobId, stream.Attempt));
                if (!isFree)
                    continue;
                _found++;
                yield return (new LogFile(path, stream, options.Logs), stream);
            }
        }

        _allFound = true;
    }

    // Children and nodes have no tags of their own.
    private async Task<string?> WorkloadOfWholeAsync(Job job, CancellationToken cancellationToken)
    {
        if (job is { ArrayIndex: null, NodeIndex: null })
            return null;
        var whole = job.JobId[..job.JobId.LastIndexOfAny([':', '#'])];
        if (!_workloads.TryGetValue((job.Connection, whole), out var workload))
        {
            var found = await JobDescriptions.DescribeAsync(job.Connection, [whole], cancellationToken);
            workload = found.TryGetValue(whole, out var detail) ? JobMapping.ToJob(detail, job.Connection).Workload : null;
            _workloads[(job.Connection, whole)] = workload;
        }

        return workload;
    }

    private async Task<SavedJobLog?> TrySaveAsync(LogFile file, LogStream stream, bool force, CancellationToken cancellationToken)
    {
        try
        {
            if (file.IsComplete && !force)
                return file.Saved(SavedJobLogState.Kept, 0);
            return await file.SaveAsync(lines => Interlocked.Add(ref _lines, lines), cancellationToken);
        }
        catch (BatchException error) when (LogProblems.IsMissing(error))
        {
            _problems.Missing(stream, error);
        }
        catch (BatchException error) when (LogProblems.IsOfOneLog(error))
        {
            _problems.Unreadable(stream.Job, error);
        }

        return null;
    }

    private void Report(bool completed) => reporter.Progress(new ProgressUpdate(
        Activity, $"{_done} of {_found}{(_allFound ? "" : " or more")} files, {Interlocked.Read(ref _lines):N0} lines",
        _allFound && _found > 0 ? (double)_done / _found : null, Completed: completed));
}
