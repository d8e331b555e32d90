using System.Runtime.CompilerServices;

namespace BatchTools.PowerShell.Binding;

/// <summary>What completion offers out of the jobs that the service lists.</summary>
internal static class RecentJobs
{
    private const int Enough = 200;

    /// <summary>Makes a cache of one suggestion a job, each value once.</summary>
    /// <param name="suggest">What to offer for a job; null: nothing.</param>
    /// <param name="detail">Whether that takes more than a listing tells.</param>
    public static NameCache Cache(Func<Job, Suggestion?> suggest, bool detail = false) =>
        new((connection, cancellationToken) => LookUpAsync(connection, suggest, detail, cancellationToken), TimeProvider.System);

    private static async IAsyncEnumerable<Suggestion> LookUpAsync(
        BatchConnection connection, Func<Job, Suggestion?> suggest, bool detail, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var job in new Jobs(connection, SilentReporter.Instance).GetAsync(new JobFilter { Detail = detail }, cancellationToken))
        {
            if (suggest(job) is { } suggestion && seen.Add(suggestion.Value))
                yield return suggestion;
            if (seen.Count == Enough)
                yield break;
        }
    }
}
