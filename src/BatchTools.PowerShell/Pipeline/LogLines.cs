using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace BatchTools.PowerShell.Pipeline;

/// <summary>Makes pages of log lines what a cmdlet writes.</summary>
internal static class LogLines
{
    /// <summary>The name of the type whose view marks each line with its job, for lines of many jobs in one stream.</summary>
    public const string FollowedType = "BatchTools.JobLogEvent#Followed";

    /// <summary>The lines as they go down the pipeline.</summary>
    /// <param name="pages">The lines.</param>
    /// <param name="raw">Whether only their texts go.</param>
    /// <param name="isFollowed">Whether lines of many jobs follow each other.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async IAsyncEnumerable<OutputBatch> ToOutputAsync(
        this IAsyncEnumerable<IReadOnlyList<JobLogEvent>> pages, bool raw, bool isFollowed, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            yield return new OutputBatch(raw ? [.. page.Select(line => line.Message)]
                : isFollowed ? [.. page.Select(Marked)]
                : page);
        }
    }

    private static PSObject Marked(JobLogEvent line)
    {
        var marked = new PSObject(line);
        marked.TypeNames.Insert(0, FollowedType);
        return marked;
    }
}
