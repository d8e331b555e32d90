using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchTools;

/// <summary>What of the logs a query is about: groups, streams and a time.</summary>
internal sealed class QueryScope
{
    // The longest query that the service takes, and the most groups.
    private const int LongestQuery = 10_000;
    private const int MostGroups = 50;

    private readonly Dictionary<string, LogStream> _streams;

    private QueryScope(IReadOnlyList<string> groups, IEnumerable<LogStream> streams, DateTime since, DateTime until)
    {
        Groups = groups;
        _streams = streams.DistinctBy(stream => stream.Name).ToDictionary(stream => stream.Name, StringComparer.Ordinal);
        Since = since;
        Until = until;
    }

    /// <summary>The groups to search.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>The first time that counts.</summary>
    public DateTime Since { get; }

    /// <summary>The first time that counts no more.</summary>
    public DateTime Until { get; }

    /// <summary>A group as a whole.</summary>
    public static QueryScope Of(string group, LogQueryOptions options, DateTime now) =>
        new([group], [], options.Since ?? now.AddDays(-1), options.Until ?? now);

    /// <summary>The logs of jobs, in parts that a query can search.</summary>
    public static IEnumerable<QueryScope> Of(IReadOnlyList<LogStream> streams, LogQueryOptions options, DateTime now)
    {
        foreach (var groups in streams.Select(stream => stream.Group).Distinct(StringComparer.Ordinal).Chunk(MostGroups))
        {
            var part = streams.Where(stream => groups.Contains(stream.Group)).ToArray();
            // Lines are on their way for a while after the end of a job.
            yield return new QueryScope(
                groups, part,
                options.Since ?? part.Min(stream => stream.Job.CreatedAt ?? now),
                options.Until ?? part.Max(stream => stream.Job.StoppedAt?.AddMinutes(1) ?? now));
        }
    }

    /// <summary>The stream of a name, if it is one of those that are known.</summary>
    public LogStream? Find(string? name) => name is null ? null : _streams.GetValueOrDefault(name);

    /// <summary>Whether a row of a stream is asked for.</summary>
    public bool Wants(string? stream) => _streams.Count == 0 || stream is null || _streams.ContainsKey(stream);

    /// <summary>The query over these streams alone; where they are too many to be named, over those whose names begin alike.</summary>
    /// <param name="query">The query as it was given.</param>
    /// <param name="isExact">Whether no other stream is searched.</param>
    public string Restrict(string query, out bool isExact)
    {
        isExact = true;
        if (_streams.Count == 0)
            return query;
        var exact = $"filter @logStream in [{string.Join(',', _streams.Keys.Select(name => $"\"{name}\""))}] | {query}";
        if (exact.Length <= LongestQuery)
            return exact;
        isExact = false;
        var prefixes = _streams.Keys.Select(name => name[..(name.LastIndexOf('/') + 1)]).Distinct(StringComparer.Ordinal)
            .Select(prefix => Regex.Escape(prefix).Replace("/", @"\/", StringComparison.Ordinal));
        return string.Create(CultureInfo.InvariantCulture, $"filter @logStream like /^({string.Join('|', prefixes)})/ | {query}");
    }
}
