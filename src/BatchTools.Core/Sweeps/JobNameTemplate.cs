using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>A template for job names, taken apart.</summary>
/// <param name="text">The template as it was written.</param>
/// <param name="parts">Its parts, in order.</param>
/// <param name="fault">What is wrong with how it is written; null if nothing is.</param>
internal sealed class JobNameTemplate(string text, IReadOnlyList<JobNamePart> parts, BatchException? fault)
{
    /// <summary>The parts, in order.</summary>
    public IReadOnlyList<JobNamePart> Parts => parts;

    /// <summary>Takes a template apart; a fault in it is kept for <see cref="Check"/>.</summary>
    public static JobNameTemplate Parse(string text)
    {
        var parts = new List<JobNamePart>();
        for (var place = 0; place < text.Length;)
        {
            var brace = text.AsSpan(place).IndexOfAny('{', '}');
            if (brace != 0)
            {
                var end = brace < 0 ? text.Length : place + brace;
                parts.Add(new(JobNamePartKind.Literal, text[place..end], null));
                place = end;
            }
            else if (place + 1 < text.Length && text[place + 1] == text[place])
            {
                parts.Add(new(JobNamePartKind.Literal, text[place].ToString(), null));
                place += 2;
            }
            else
            {
                var end = text[place] == '{' ? text.IndexOf('}', place) : -1;
                if (end < 0)
                    return new(text, [], Problem(nameof(Messages.JobNameTemplateBrace), text, text, text[place], place + 1));
                parts.Add(Hole(text[(place + 1)..end]));
                place = end + 1;
            }
        }

        return new(text, parts, null);
    }

    /// <summary>What is wrong with the template for a sweep; empty if nothing is.</summary>
    public IEnumerable<BatchException> Check(SweepDefinition sweep)
    {
        if (fault is not null)
            yield return fault;
        var names = sweep.Axes.Select(axis => axis.Name).Concat(sweep.Fixed.Select(pair => pair.Key)).ToArray();
        foreach (var part in parts)
        {
            if (part.Kind == JobNamePartKind.Parameter && !names.Contains(part.Text, StringComparer.OrdinalIgnoreCase))
            {
                yield return Problem(
                    nameof(Messages.JobNameTemplateUnknown), text, text, part.Text,
                    NearestName.Suggest(part.Text, names), string.Join(", ", [.. names.Select(name => $"{{{name}}}"), "{#}"]));
            }
            else if (part.Format is not null && Kinds(part.Values(sweep)).FirstOrDefault(value => !part.Takes(value)) is { } value)
            {
                yield return Problem(nameof(Messages.JobNameTemplateFormat), text, text, part.Format, SweepValue.Text(value), part.Text);
            }
        }
    }

    // Of a range, what shows whether there are fractions and numbers too large for an int: the other values are like these.
    private static IEnumerable<object> Kinds(IReadOnlyList<object> values) => values is SweepRange { Count: > 2 } ? [values[0], values[1], values[^1]] : values;

    private static JobNamePart Hole(string inside)
    {
        var colon = inside.IndexOf(':', StringComparison.Ordinal);
        var (name, format) = colon < 0 ? (inside, null) : (inside[..colon], inside[(colon + 1)..]);
        return name.Trim() == "#"
            ? new(JobNamePartKind.Index, "#", format)
            : new(JobNamePartKind.Parameter, name.Trim(), format);
    }

    private static BatchException Problem(string errorId, object? target, params object?[] args) =>
        BatchException.For(errorId, ErrorKind.InvalidInput, target, args);
}
