using System.Text.RegularExpressions;

namespace BatchTools;

/// <summary>Which part of a job's log is read.</summary>
public sealed record LogOptions
{
    /// <summary>The attempt: 1 for the first, -1 for the last, -2 for the one before. Default: every attempt.</summary>
    public int? Attempt { get; init; }

    /// <summary>The containers of jobs that have several, by name, with wildcards. Default: all.</summary>
    public IReadOnlyList<string> Containers { get; init; } = [];

    /// <summary>Only the last lines of each stream, this many. Default: all lines.</summary>
    public int? Tail { get; init; }

    /// <summary>Only the first lines of each stream, this many. Default: all lines.</summary>
    public int? Head { get; init; }

    /// <summary>Only lines from this time on. Default: from the beginning.</summary>
    public DateTime? Since { get; init; }

    /// <summary>Only lines before this time. Default: to the end.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Only lines in which this is found, looked at here. Default: all lines.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>Only lines that meet this filter pattern of CloudWatch Logs, which the service looks at. Default: all lines.</summary>
    public string? Filter { get; init; }

    /// <summary>Goes on reading until each job has finished. Default: reads what there is.</summary>
    public bool Follow { get; init; }

    /// <summary>A pattern as it is typed: a regular expression, whatever the case.</summary>
    /// <exception cref="BatchException">It is none.</exception>
    internal static Regex ReadPattern(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, TimeSpan.FromSeconds(5));
        }
        catch (ArgumentException error)
        {
            throw BatchException.From(error, nameof(Messages.InvalidPattern), ErrorKind.InvalidInput, pattern, pattern, OneLine.Of(error));
        }
    }

    /// <summary>The options, if they can be met together.</summary>
    /// <exception cref="BatchException">They cannot.</exception>
    internal static LogOptions Checked(LogOptions options) => options switch
    {
        { Head: not null, Tail: not null } => throw BatchException.For(nameof(Messages.HeadAndTail), ErrorKind.InvalidInput, null),
        { Head: not null, Follow: true } => throw BatchException.For(nameof(Messages.HeadAndFollow), ErrorKind.InvalidInput, null),
        _ => options,
    };

    /// <summary>Whether a line is wanted.</summary>
    internal bool Wants(string message) => Pattern?.IsMatch(message) ?? true;

    /// <summary>Whether an attempt's container is wanted.</summary>
    internal bool Wants(ContainerLog log) =>
        Containers.Count == 0 || (log.Container is { } name && Containers.Any(pattern => new NamePattern(pattern).Matches(name)));
}
