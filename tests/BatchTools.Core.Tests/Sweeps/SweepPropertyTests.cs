using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.Tests;

/// <summary>What holds for every sweep, checked on generated ones whose values are made to be mixed up.</summary>
public sealed partial class SweepPropertyTests
{
    private static readonly Gen<object> Value = Gen.OneOf(
        Gen.Elements<object>("", "a", "1", "11", "-", "1.5", "1_5", "ä ö", "x-1", "0", "-0", new string('y', 70)),
        Gen.Choose(-20, 120).Select(number => (object)number),
        Gen.Choose(-40, 40).Select(number => (object)(number / 8.0)),
        Gen.Elements<object>(true, false, 2e-5, 1.0m));

    private static readonly Gen<SweepDefinition> Definition =
        from sizes in Gen.Choose(1, 5).ListOf(3)
        from values in Value.ListOf(sizes.Sum())
        from template in Gen.Elements("{a}", "{#}", "b", "-", "/", "{b}", "{c}", "{fixed}", "T", "1", "-P", "{#:000}", "{{", "_").ListOf(5)
        select new SweepDefinition
        {
            Axes =
            [
                new("a", [.. values.Take(sizes[0])]),
                new("b", [.. values.Skip(sizes[0]).Take(sizes[1])]),
                new("c", [.. values.Skip(sizes[0] + sizes[1])]),
            ],
            Fixed = [new("fixed", values[0])],
            JobNameTemplate = string.Concat(template),
        };

    [Fact]
    public void There_are_as_many_points_as_the_product_of_the_sizes_in_order() => Check(sweep =>
    {
        var points = Sweep.Expand(sweep).ToList();
        var expected = from a in sweep.Axes[0].Values from b in sweep.Axes[1].Values from c in sweep.Axes[2].Values select (a, b, c);
        return points.Count == sweep.PointCount
            && points.Select(point => (point.Parameters["a"], point.Parameters["b"], point.Parameters["c"])).SequenceEqual(expected)
            && points.Select(point => point.Index).SequenceEqual(Enumerable.Range(0, points.Count).Select(index => (long)index));
    });

    [Fact]
    public void Every_name_is_valid() => Check(sweep => Sweep.Expand(sweep).All(point => ValidName().IsMatch(point.JobName)));

    [Fact]
    public void No_two_names_are_the_same() => Check(sweep =>
    {
        var names = Sweep.Expand(sweep).Select(point => point.JobName).ToList();
        return names.Distinct(StringComparer.Ordinal).Count() == names.Count;
    });

    [Fact]
    public void Expanding_again_gives_the_same() => Check(sweep =>
        Sweep.Expand(sweep).Select(point => point.JobName).SequenceEqual(Sweep.Expand(sweep).Select(point => point.JobName)));

    private static void Check(Func<SweepDefinition, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Definition.ToArbitrary(), holds));

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex ValidName();
}
