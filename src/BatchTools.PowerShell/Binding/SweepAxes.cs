using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;

namespace BatchTools.PowerShell.Binding;

/// <summary>Reads a sweep out of hashtables.</summary>
internal static class SweepAxes
{
    /// <summary>
    /// Makes the definition of a sweep. The axes of a plain hashtable, which has no order, come as the template of the job name
    /// uses them, then by name; an ordered dictionary keeps its own order.
    /// </summary>
    /// <param name="axes">Names and values; a text such as <c>0..1 by 0.1</c> stands for a range of values. Null: none.</param>
    /// <param name="fixedValues">What is the same at every point; null: nothing.</param>
    /// <param name="jobName">The template of the job name; null: the default one.</param>
    /// <param name="zip">Whether the axes go side by side.</param>
    public static SweepDefinition Define(IDictionary? axes, IDictionary? fixedValues, string? jobName, bool zip)
    {
        var sweep = new SweepDefinition
        {
            Zip = zip,
            Axes = [.. Entries(axes).Select(entry => new SweepAxis(entry.Name, Values(entry.Value)))],
            Fixed = [.. Entries(fixedValues).Select(entry => KeyValuePair.Create(entry.Name, Plain(entry.Value)!))],
        };
        sweep = jobName is null ? sweep : sweep with { JobNameTemplate = jobName };
        return axes is Hashtable ? sweep with { Axes = ByTemplate(sweep) } : sweep;
    }

    private static List<SweepAxis> ByTemplate(SweepDefinition sweep)
    {
        var used = JobNameTemplate.Parse(sweep.JobNameTemplate).Parts
            .Where(part => part.Kind == JobNamePartKind.Parameter)
            .Select(part => part.Text)
            .ToList();
        return
        [
            .. sweep.Axes
                .OrderBy(axis => used.FindIndex(name => name.Equals(axis.Name, StringComparison.OrdinalIgnoreCase)) is var place and >= 0 ? place : int.MaxValue)
                .ThenBy(axis => axis.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static IEnumerable<(string Name, object? Value)> Entries(IDictionary? map)
    {
        foreach (DictionaryEntry entry in map ?? new OrderedDictionary())
            yield return (SweepValue.Text(Plain(entry.Key)!), entry.Value);
    }

    // A range stands for its values, alone or among others.
    private static IReadOnlyList<object> Values(object? value) => Plain(value) switch
    {
        string text => SweepRange.Parse(text) ?? (IReadOnlyList<object>)[text],
        IEnumerable and not IDictionary and var list => [.. ((IEnumerable)list).Cast<object?>().SelectMany(item => Plain(item) is string text ? Values(text) : [Plain(item)!])],
        var one => [one!],
    };

    private static object? Plain(object? value) => value is PSObject wrapper ? wrapper.BaseObject : value;
}
