namespace BatchTools.Tests;

public sealed class RowSweepTests
{
    [Fact]
    public void Each_row_combines_with_every_value_of_the_axes()
    {
        var rows = new RowSweep(new() { Axes = [new("seed", [1, 2])], Fixed = [new("steps", 10)], JobNameTemplate = "{file}-{seed}" });

        var points = Expand(rows, ("file", "a.txt"), ("file", "b.txt"));

        Assert.Equal(["a_txt-1", "a_txt-2", "b_txt-1", "b_txt-2"], points.Select(point => point.JobName));
        Assert.Equal([0L, 1, 2, 3], points.Select(point => point.Index));
        Assert.Equal(["file", "seed", "steps"], points[3].Parameters.Keys);
        Assert.Equal(["b.txt", 2, 10], points[3].Parameters.Values);
    }

    [Fact]
    public void Rows_with_the_same_name_end_in_their_index()
    {
        var points = Expand(new RowSweep(new() { Axes = [], JobNameTemplate = "{m}" }), ("m", "a-2"), ("m", "a"), ("m", "a"), ("m", "ä"), ("m", "/"));

        Assert.Equal(["a-2", "a", "a-3", "job-", "job--4"], points.Select(point => point.JobName));
    }

    [Fact]
    public void Numbers_in_text_take_formats_of_numbers() =>
        Assert.Equal("x1_500", Expand(new RowSweep(new() { Axes = [], JobNameTemplate = "x{p:0.000}" }), ("p", "1.5"))[0].JobName);

    [Fact]
    public void A_row_that_has_no_such_parameter_or_a_list_is_refused()
    {
        var rows = new RowSweep(new() { Axes = [new("seed", [1])], JobNameTemplate = "{n}" });

        Assert.Equal("JobNameTemplateUnknown", Assert.Throws<BatchException>(() => Expand(rows, ("m", 1))).ErrorId);
        Assert.Equal("SweepValueInvalid", Assert.Throws<BatchException>(() => Expand(rows, ("n", new[] { 1 }))).ErrorId);
        Assert.Equal("SweepParameterTwice", Assert.Throws<BatchException>(() => Expand(rows, ("Seed", 1))).ErrorId);
    }

    private static List<SweepPoint> Expand(RowSweep rows, params (string Name, object Value)[] values) => [.. values.SelectMany(pair => rows.Expand([new(pair.Name, pair.Value)]))];
}
