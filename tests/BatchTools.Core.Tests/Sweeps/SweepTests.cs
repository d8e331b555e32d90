using System.Globalization;

namespace BatchTools.Tests;

public sealed class SweepTests
{
    private static readonly SweepDefinition Simulation = new()
    {
        Axes = [new("temperature", [250, 275, 300, 325, 350, 375, 400]), new("pressure", [1.0, 1.5, 2.0, 2.5, 3.0])],
        Fixed = [new("steps", "1000000"), new("timestep", "0.001")],
        JobNameTemplate = "simulation-T{temperature}-P{pressure}",
    };

    [Fact]
    public void The_first_axis_is_the_outermost()
    {
        var points = Sweep.Expand(Simulation).ToList();

        Assert.Equal(35, points.Count);
        Assert.Equal(35, Simulation.PointCount);
        Assert.Equal(["simulation-T250-P1", "simulation-T250-P1_5", "simulation-T250-P2"], points.Take(3).Select(point => point.JobName));
        Assert.Equal("simulation-T400-P3", points[^1].JobName);
        Assert.Equal(Enumerable.Range(0, 35).Select(index => (long)index), points.Select(point => point.Index));
    }

    [Fact]
    public void A_point_has_the_axes_then_what_is_fixed_in_order_and_whatever_the_case_of_the_name()
    {
        var point = Sweep.Expand(Simulation).ElementAt(6);

        Assert.Equal(["temperature", "pressure", "steps", "timestep"], point.Parameters.Keys);
        Assert.Equal([275, 1.5, "1000000", "0.001"], point.Parameters.Values);
        Assert.Equal(275, point.Parameters["TEMPERATURE"]);
        Assert.Equal("simulation-T275-P1_5", point.ToString());
    }

    [Fact]
    public void Zipped_axes_go_side_by_side()
    {
        var points = Sweep.Expand(new() { Axes = [new("a", [1, 2, 3]), new("b", ["x", "y", "x"])], Zip = true, JobNameTemplate = "{b}{a}" }).ToList();

        Assert.Equal(["x1", "y2", "x3"], points.Select(point => point.JobName));
        Assert.Equal([3, "x"], points[2].Parameters.Values);
    }

    [Fact]
    public void Zipped_points_with_the_same_name_end_in_their_index() =>
        Assert.Equal(
            ["x-0", "y-1", "x-2"],
            Sweep.Expand(new() { Axes = [new("a", [1, 2, 3]), new("b", ["x", "y", "x"])], Zip = true, JobNameTemplate = "{b}" }).Select(point => point.JobName));

    [Fact]
    public void Zipped_axes_are_equally_long() => AssertFault(
        "The axes 'a' with 2 and 'b' with 1 values can not go side by side. With -Zip all axes have the same number of values.",
        new() { Axes = [new("a", [1, 2]), new("b", [1])], Zip = true });

    [Fact]
    public void A_sweep_without_axes_is_one_point() =>
        Assert.Equal("job-0", Assert.Single(Sweep.Expand(new() { Axes = [] })).JobName);

    [Fact]
    public void A_sweep_larger_than_can_be_counted_is_refused()
    {
        var values = Enumerable.Range(0, 100_000).Cast<object>().ToArray();
        var definition = new SweepDefinition { Axes = [.. Enumerable.Range(0, 4).Select(axis => new SweepAxis($"a{axis}", values))] };

        Assert.Equal("SweepTooLarge", Assert.Throws<BatchException>(() => Sweep.Expand(definition)).ErrorId);
    }

    [Fact]
    public void What_is_wrong_is_told_before_the_first_point()
    {
        AssertFault("The axis 'a' of the sweep has no values. Give it at least one.", new() { Axes = [new("a", [])] });
        AssertFault(
            "The sweep has two parameters named 'A'. Names are compared without regard to case; rename one.",
            new() { Axes = [new("a", [1])], Fixed = [new("A", 2)] });
        AssertFault("A parameter of the sweep has no name. Name it.", new() { Axes = [new(" ", [1])] });
        AssertFault(
            "The parameter 'a' of the sweep has a value that is a list. Values are text, numbers, dates, true or false.",
            new() { Axes = [new("a", [1, new[] { 2 }])] });
        AssertFault(
            "The parameter 'b' of the sweep has a value that is null. Values are text, numbers, dates, true or false.",
            new() { Axes = [], Fixed = [new("b", null!)] });
    }

    [Fact]
    public void A_request_gets_the_values_as_parameters_and_where_names_allow_as_variables()
    {
        var point = Sweep.Expand(new() { Axes = [new("learning-rate", [2e-5]), new("model", ["bert"])], Fixed = [new("AWS_BATCH_X", true)] }).Single();

        var request = point.ToRequest(new()
        {
            JobName = "replaced",
            JobQueue = "q",
            Parameters = new Dictionary<string, string> { ["model"] = "default", ["other"] = "kept" },
            Environment = new Dictionary<string, string> { ["HOME"] = "/tmp" },
            Tags = new Dictionary<string, string> { ["Team"] = "x" },
        });

        Assert.Equal("job-0", request.JobName);
        Assert.Equal("q", request.JobQueue);
        Assert.Equal(
            new Dictionary<string, string> { ["model"] = "bert", ["other"] = "kept", ["learning-rate"] = "2E-05", ["AWS_BATCH_X"] = "true" },
            request.Parameters);
        Assert.Equal(new Dictionary<string, string> { ["HOME"] = "/tmp", ["model"] = "bert" }, request.Environment);
        Assert.Equal(new Dictionary<string, string> { ["Team"] = "x", ["batchtools:point"] = "0" }, request.Tags);
    }

    [Fact]
    public void Values_are_written_the_same_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new() { NumberDecimalSeparator = "," } };
            Assert.Equal("1.5", SweepValue.Text(1.5));
            Assert.Equal("1.50", SweepValue.Text(1.5m, "0.00"));
            Assert.Equal("2024-01-31", SweepValue.Text(new DateTime(2024, 1, 31)));
            Assert.Equal("2024-01-31T12:30:00", SweepValue.Text(new DateTime(2024, 1, 31, 12, 30, 0)));
            Assert.Equal("false", SweepValue.Text(false));
            Assert.Equal("Friday", SweepValue.Text(DayOfWeek.Friday));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static void AssertFault(string message, SweepDefinition definition) =>
        Assert.Equal(message, Assert.Throws<BatchException>(() => Sweep.Expand(definition)).Message);
}
