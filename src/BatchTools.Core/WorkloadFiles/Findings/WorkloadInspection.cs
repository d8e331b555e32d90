using System.Runtime.CompilerServices;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Finds what is wrong with a workload file, what is odd in it, and what could be better. It only looks.</summary>
/// <param name="connection">Where the file would run, to hold it against what exists there; null: only what needs no service is checked.</param>
/// <param name="reporter">Hears what is done on the way; null: nobody.</param>
public sealed class WorkloadInspection(BatchConnection? connection = null, IReporter? reporter = null)
{
    /// <summary>All findings: errors first, then warnings, then advice, each in the order in which it was found.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parameters">The values of its parameters, by name; default: those of the file.</param>
    /// <param name="cancellationToken">Ends the inspection.</param>
    /// <returns>The findings; none if all is well.</returns>
    /// <exception cref="BatchException">The file can not be read, or the service can not be asked.</exception>
    public async IAsyncEnumerable<WorkloadFinding> InspectAsync(
        string path, IReadOnlyDictionary<string, string>? parameters = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reader = new WorkloadFileReader(path, parameters ?? new Dictionary<string, string>());
        var (file, errors) = await AttemptAsync(() => Task.FromResult(reader.Read()));
        if (file is not null && connection is not null)
            (_, errors) = await AttemptAsync(() => new WorkloadPlanner(connection, reporter ?? SilentReporter.Instance).PlanAsync(file, cancellationToken));
        foreach (var error in errors)
            yield return WorkloadFinding.Of(error, WorkloadFindingSeverity.ERROR, path);
        foreach (var warning in reader.Problems.Oddities)
            yield return WorkloadFinding.Of(warning, WorkloadFindingSeverity.WARNING, path);
        if (file is null)
            yield break;
        await foreach (var finding in AdviseAsync(file, cancellationToken))
            yield return finding;
    }

    /// <summary>What could be better in a file that can be run: warnings first, then advice.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the inspection.</param>
    /// <returns>The findings; none if all is well.</returns>
    /// <exception cref="BatchException">The service can not be asked.</exception>
    public async IAsyncEnumerable<WorkloadFinding> AdviseAsync(WorkloadFile file, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var (severity, finding) in new WorkloadAdvice(await WorkloadScene.OfAsync(file, connection, cancellationToken)).Find().OrderBy(one => one.Severity))
            yield return WorkloadFinding.Of(finding, severity, file.Path);
    }

    private static async Task<(T? Result, IReadOnlyList<BatchException> Errors)> AttemptAsync<T>(Func<Task<T>> work)
        where T : class
    {
        try
        {
            return (await work(), []);
        }
        catch (BatchException error) when (error.Target is BatchException[] || error.Kind is ErrorKind.InvalidInput or ErrorKind.Conflict || (error.Kind == ErrorKind.NotFound && error.Place is not null))
        {
            return (null, error.Target as BatchException[] ?? [error]);
        }
    }
}
