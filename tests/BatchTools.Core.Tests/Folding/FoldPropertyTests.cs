using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.Tests;

/// <summary>What holds for every folded job: in a real shell, each child has the values of its point byte for byte.</summary>
public sealed class FoldPropertyTests
{
    // Prints arguments with references, a literal one, and the environment variables, each ended by a null.
    private static readonly string[] Command =
        ["sh", "-c", """printf '%s\0' "$@" "$a" "$b" """, "x", "--a=Ref::a", "Ref::b/Ref::a.", "it's \"$HOME\"\n`x` \\ Ref::none", "Ref::fixed"];

    private static readonly Gen<string> Odd = Gen.Elements("", "'", "\"", "$x", "$(id)", "`id`", "\\", "\\'", "\n", " ", ";", "*", "~", "#", "a", "Ref::a", "Ref::fixed", "é", "日本", "😀", "-", "=", "{#}", "%", "\t", "\r", "&", "|", "!", "1", "-1", "007")
        .ListOf().Select(parts => string.Concat(parts.Take(6)));

    private static readonly Gen<object> Value = Gen.OneOf(
        Odd.Select(text => (object)text), Gen.Choose(-50, 50).Select(number => (object)number), Gen.Choose(-9, 9).Select(number => (object)(number / 4m)));

    private static readonly Gen<IReadOnlyList<object>> Axis = Gen.OneOf(
        Value.ListOf().Where(values => values.Count is > 0 and < 8).Select(values => (IReadOnlyList<object>)values),
        Gen.Elements("1..7", "10..-10 by 4", "0..1 by 0.25", "-3..3", "-0.3..0.3 by 0.05", "1.001..0.9 by 0.0101", "99.5..120 by 5.25").Select(text => (IReadOnlyList<object>)SweepRange.Parse(text)!));

    private static readonly Gen<SweepDefinition> Definition =
        from a in Axis
        from b in Axis
        from zip in Gen.Elements(false, true)
        from fixedValue in Value
        let count = Math.Min(a.Count, b.Count)
        select new SweepDefinition
        {
            Axes = zip ? [new("a", [.. a.Take(count)]), new("b", [.. b.Take(count)])] : [new("a", a), new("b", b)],
            Zip = zip,
            Fixed = [new("fixed", fixedValue)],
        };

    [Fact]
    public void Children_of_whole_sweeps_have_the_values_of_their_points() => Check(points => points, 40);

    [Fact]
    public void Children_of_what_is_left_of_sweeps_have_the_values_of_their_points() =>
        Check(points => [.. points.Where(point => (point.Index * 7 % 5) is not (1 or 3)).Skip(1)], 40);

    [Fact]
    public void Children_of_rows_have_the_values_of_their_rows() => Check(
        points => [.. points.Select(point => new SweepPoint { Index = point.Index + 3, JobName = point.JobName, Parameters = point.Parameters })], 40);

    [Fact]
    public void Children_of_rows_with_gaps_have_the_values_of_their_rows() => Check(
        points => [.. points.Select(point => new SweepPoint { Index = point.Index * 3, JobName = point.JobName, Parameters = point.Parameters })], 20);

    [Fact]
    public void Chunks_have_the_values_of_their_points_in_order() => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(30),
        Prop.ForAll(Definition.ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (sweep, size) =>
        {
            var points = Sweep.Expand(sweep).ToList();
            var request = Fold(points, size);
            return Run(request, request.ArraySize ?? 1) == string.Concat(points.Select(Expected));
        }));

    private static void Check(Func<List<SweepPoint>, List<SweepPoint>> choose, int tests) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(tests),
        Prop.ForAll(Definition.ToArbitrary(), sweep =>
        {
            var points = choose([.. Sweep.Expand(sweep)]);
            if (points.Count < 2)
                return true;
            var request = Fold(points, null);
            return request.ArraySize == points.Count
                && Run(request, points.Count) == string.Concat(points.Select(Expected))
                && points.Select((point, child) => KnowsItsPoint(request, point, child)).All(knows => knows);
        }));

    private static bool KnowsItsPoint(JobRequest request, SweepPoint point, int child)
    {
        var read = FoldedPoint.Of(request.Command!, child)!;
        var values = new Dictionary<string, string>(request.Parameters);
        foreach (var (name, value) in read.Parameters)
            values[name] = value;
        return (read.Index is null || read.Index == point.Index)
            && values.Count == 3 && point.Parameters.All(parameter => values[parameter.Key] == SweepValue.Text(parameter.Value));
    }

    private static string Expected(SweepPoint point)
    {
        var (a, b) = (Text(point, "a"), Text(point, "b"));
        return string.Create(CultureInfo.InvariantCulture, $"--a={a}\0{b}/{a}.\0it's \"$HOME\"\n`x` \\ Ref::none\0{Text(point, "fixed")}\0{a}\0{b}\0");
    }

    private static string Text(SweepPoint point, string name) => SweepValue.Text(point.Parameters[name]);

    private static JobRequest Fold(IReadOnlyList<SweepPoint> points, int? chunk)
    {
        var target = new FoldTarget(new JobRequest { JobName = "points", JobQueue = "q", JobDefinition = "d" }, Command, new Dictionary<string, string>());
        return new PointFolding(target, new SubmitOptions()).Fold(points, chunk, "points")!;
    }

    // What all children share comes by the environment of the job.
    private static string Run(JobRequest request, int children) =>
        Shell.Run(["env", .. request.Environment.Select(variable => $"{variable.Key}={variable.Value}"), .. request.Command!], Enumerable.Range(0, children));
}
