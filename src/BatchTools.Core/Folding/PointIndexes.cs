using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchTools;

/// <summary>The indexes of the points that a job computes, in order, as runs of indexes that follow each other.</summary>
internal sealed partial class PointIndexes
{
    /// <summary>The function that finds the index at a position.</summary>
    public const string Function =
        "_r(){ _p=$1;shift;for _x;do _l=$((${_x#*-}-${_x%-*}+1));[ $_p -ge $_l ]||{ _i=$((${_x%-*}+_p));return;};_p=$((_p-_l));done;}";

    private readonly List<(long First, long Last)> _runs = [];

    /// <summary>Whether there is one run alone.</summary>
    public bool IsOneRun => _runs.Count == 1;

    /// <summary>The indexes of points in the order in which they are computed.</summary>
    public static PointIndexes Of(IEnumerable<long> indexes)
    {
        var result = new PointIndexes();
        foreach (var index in indexes)
        {
            if (result._runs.Count > 0 && result._runs[^1].Last == index - 1)
                result._runs[^1] = (result._runs[^1].First, index);
            else
                result._runs.Add((index, index));
        }

        return result;
    }

    /// <summary>All indexes from 0 up to and including a last one.</summary>
    public static PointIndexes To(long last)
    {
        var result = new PointIndexes();
        result._runs.Add((0, last));
        return result;
    }

    /// <summary>The index at a position; null if there are not so many.</summary>
    public long? At(long position)
    {
        foreach (var (first, last) in _runs)
        {
            if (position <= last - first)
                return first + position;
            position -= last - first + 1;
        }

        return null;
    }

    /// <summary>The line of a script that sets <c>$_i</c> to the index at a position.</summary>
    /// <param name="position">The arithmetic that gives the position.</param>
    public string Assign(string position) => IsOneRun
        ? string.Create(CultureInfo.InvariantCulture, $"_i=$(({position}{(_runs[0].First > 0 ? $"+{_runs[0].First}" : "")}))")
        : $"_r $(({position})) {string.Join(' ', _runs.Select(Write))}";

    /// <summary>Reads the line that <see cref="Assign"/> wrote for an array.</summary>
    /// <param name="script">The script.</param>
    /// <param name="at">Where the line begins; then where the next one does.</param>
    public static PointIndexes? Read(string script, ref int at)
    {
        var result = new PointIndexes();
        if (RunLine().Match(script, at) is { Success: true } run)
            result._runs.Add((run.Groups["first"] is { Success: true } first ? Number(first) : 0, long.MaxValue));
        else if (RunsLine().Match(script, at) is { Success: true } runs)
            run = Add(result, runs);
        else
            return null;
        at += run.Length;
        return result;
    }

    /// <summary>Gives the indexes as ranges: 0-3,7.</summary>
    /// <returns>The ranges.</returns>
    public override string ToString() => string.Join(',', _runs.Select(Write));

    private static Match Add(PointIndexes result, Match runs)
    {
        for (var run = 0; run < runs.Groups["first"].Captures.Count; run++)
        {
            var first = Number(runs.Groups["first"].Captures[run]);
            var last = runs.Groups["last"].Captures[run];
            result._runs.Add((first, last.Length == 0 ? first : Number(last)));
        }

        return runs;
    }

    private static long Number(Capture digits) => long.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private static string Write((long First, long Last) run) =>
        string.Create(CultureInfo.InvariantCulture, $"{run.First}{(run.Last > run.First ? $"-{run.Last}" : "")}");

    [GeneratedRegex(@"\G_i=\$\(\(AWS_BATCH_JOB_ARRAY_INDEX(\+(?<first>\d+))?\)\)\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RunLine();

    [GeneratedRegex(@"\G_r \$\(\(AWS_BATCH_JOB_ARRAY_INDEX\)\)( (?<first>\d+)-?(?<last>\d*))+\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RunsLine();
}
