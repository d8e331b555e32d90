using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Something that was found in a workload file: what is wrong with it, odd, or could be better.</summary>
public sealed record WorkloadFinding
{
    /// <summary>How much it matters: a file with an error can not be run.</summary>
    public required WorkloadFindingSeverity Severity { get; init; }

    /// <summary>The name of the rule, such as MemberUnknown; the same as the error id of a run of the file.</summary>
    public required string RuleId { get; init; }

    /// <summary>The place as compilers write it, <c>file(line,column)</c>; null if it is about no place in particular.</summary>
    public string? Place { get; init; }

    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>The line, from 1; null if it is about no place in particular.</summary>
    public int? Line { get; init; }

    /// <summary>The column, from 1; null if it is about no place in particular.</summary>
    public int? Column { get; init; }

    /// <summary>What was found, with the value.</summary>
    public required string Message { get; init; }

    /// <summary>What to do, with the nearest right name where there is one; null if there is nothing to say.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Gives the finding in one line, as compilers do.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => string.Join(' ', new[] { $"{Place ?? File}: {Severity.ToString().ToLowerInvariant()} {RuleId}:", Message, Suggestion }.OfType<string>());

    /// <summary>The finding for a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="severity">How much it matters.</param>
    /// <param name="file">The file, for problems without a place.</param>
    internal static WorkloadFinding Of(BatchException problem, WorkloadFindingSeverity severity, string file)
    {
        var (place, message, suggestion) = MessageParts.Of(problem);
        var known = SourcePlace.Parse(place);
        return new()
        {
            Severity = severity,
            RuleId = problem.ErrorId,
            Place = known is null ? null : place,
            File = known?.File ?? file,
            Line = known?.Line,
            Column = known?.Column,
            Message = message,
            Suggestion = suggestion,
        };
    }
}
