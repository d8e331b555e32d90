using System.Globalization;
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

    /// <summary>The rows of a query: objects with the job of each, if it is known, and the fields that the query names, without their @.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="raw">Whether texts stay as they were written; else their control characters are shown.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async IAsyncEnumerable<OutputBatch> ToOutputAsync(
        this IAsyncEnumerable<LogQueryRow> rows, bool raw, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
            yield return new OutputBatch([ToObject(row, raw)]);
    }

    private static PSObject ToObject(LogQueryRow row, bool raw)
    {
        var shown = new PSObject();
        foreach (var (name, value) in row.Fields)
        {
            var isTime = name == "@timestamp" && row.Timestamp is not null;
            shown.Properties.Add(new PSNoteProperty(name.TrimStart('@'), isTime ? row.Timestamp : Typed(name, raw ? value : LogText.Visible(value, colour: false))));
        }

        if (row.Job is { } job)
        {
            Add("JobName", job.JobName);
            Add("JobId", job.JobId);
            Add("ArrayIndex", job.ArrayIndex);
            Add("Attempt", row.Attempt);
        }

        return shown;

        void Add(string name, object? value)
        {
            if (shown.Properties[name] is null)
                shown.Properties.Add(new PSNoteProperty(name, value));
        }
    }

    // What a query computes is a number where it looks like one; what a job wrote stays text.
    private static object Typed(string name, string value) =>
        !name.StartsWith('@') && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : value;

    private static PSObject Marked(JobLogEvent line)
    {
        var marked = new PSObject(line);
        marked.TypeNames.Insert(0, FollowedType);
        return marked;
    }
}
