using System.Collections;

namespace BatchTools;

/// <summary>Finds what is wrong with a sweep before its first point is made.</summary>
internal static class SweepChecks
{
    /// <summary>Everything that is wrong, each with what to do; empty if nothing is.</summary>
    public static IEnumerable<BatchException> Find(SweepDefinition sweep)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in sweep.Axes.Select(axis => axis.Name).Concat(sweep.Fixed.Select(pair => pair.Key)))
        {
            if (string.IsNullOrWhiteSpace(name))
                yield return Problem(nameof(Messages.SweepParameterUnnamed), name);
            else if (!names.Add(name))
                yield return Problem(nameof(Messages.SweepParameterTwice), name, name);
        }

        foreach (var axis in sweep.Axes)
        {
            if (axis.Values.Count == 0)
                yield return Problem(nameof(Messages.SweepAxisEmpty), axis, axis.Name);
            foreach (var value in axis.Values is SweepRange ? [] : axis.Values.Where(value => !IsScalar(value)).Take(1))
                yield return NoScalar(axis.Name, value);
        }

        if (sweep.Zip && sweep.Axes.FirstOrDefault(axis => axis.Values.Count != sweep.Axes[0].Values.Count) is { } other)
            yield return Problem(nameof(Messages.SweepZipUneven), other, sweep.Axes[0].Name, sweep.Axes[0].Values.Count, other.Name, other.Values.Count);

        foreach (var (name, value) in sweep.Fixed.Where(pair => !IsScalar(pair.Value)))
            yield return NoScalar(name, value);

        foreach (var problem in JobNameTemplate.Parse(sweep.JobNameTemplate).Check(sweep))
            yield return problem;
    }

    private static bool IsScalar(object? value) => value is string || value is not (null or IEnumerable);

    private static BatchException NoScalar(string name, object? value) =>
        Problem(nameof(Messages.SweepValueInvalid), name, name, value is null ? "null" : value is IDictionary ? "an object" : "a list");

    private static BatchException Problem(string errorId, object? target, params object?[] args) =>
        BatchException.For(errorId, ErrorKind.InvalidInput, target, args);
}
