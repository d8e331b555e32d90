namespace BatchTools;

/// <summary>
/// Makes points out of rows of values that come one after the other, each row with every combination of the axes. Rows are not
/// kept; of the names only as much as shows which have been used.
/// </summary>
/// <param name="shared">The axes to combine each row with, what is the same at every point, and the template of names.</param>
internal sealed class RowSweep(SweepDefinition shared)
{
    private readonly HashSet<ulong> _names = [];
    private long _index;

    /// <summary>The points of the next row.</summary>
    /// <param name="row">The parameters of the row.</param>
    /// <exception cref="BatchException">A value is a list, a name is used twice, or the template names no parameter.</exception>
    public IEnumerable<SweepPoint> Expand(IReadOnlyList<KeyValuePair<string, object>> row)
    {
        var definition = shared with
        {
            Axes = [.. row.Select(pair => new SweepAxis(pair.Key, [pair.Value])), .. shared.Axes],
            JobNameTemplate = "row",
        };
        var template = JobNameTemplate.Parse(shared.JobNameTemplate);
        if (SweepChecks.Find(definition).Concat(template.Check(definition)).FirstOrDefault() is { } problem)
            throw problem;
        foreach (var point in Sweep.Expand(definition))
        {
            var index = _index++;
            yield return new() { Index = index, JobName = Name(template, index, point.Parameters), Parameters = point.Parameters };
        }
    }

    private string Name(JobNameTemplate template, long index, IReadOnlyDictionary<string, object> values)
    {
        var name = string.Concat(template.Parts.Select(part => part.Kind switch
        {
            JobNamePartKind.Literal => JobNamePart.Valid(part.Text),
            JobNamePartKind.Index => part.Write(index),
            _ => part.Write(values[part.Text]),
        }));
        if (name.Length == 0 || !char.IsAsciiLetterOrDigit(name[0]))
            name = "job" + name;
        if (name.Length <= JobNames.MaxLength && _names.Add(Hash(name)))
            return name;
        for (var number = index; ; number++)
        {
            var numbered = JobNames.Numbered(name, number);
            if (_names.Add(Hash(numbered)))
                return numbered;
        }
    }

    // FNV-1a, the same in every process. Where two names share a hash, one more of them than needed ends in its index.
    private static ulong Hash(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in name)
            hash = (hash ^ character) * 1099511628211UL;
        return hash;
    }
}
