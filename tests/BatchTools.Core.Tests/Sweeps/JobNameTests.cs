namespace BatchTools.Tests;

public sealed class JobNameTests
{
    [Theory]
    [InlineData("sim-T{t}-P{p}", "sim-T1-P1_5", "sim-T10-P2")]
    [InlineData("P{p:0.00}_{t:000}", "P1_50_001", "P2_00_010")]
    [InlineData("{#}", "0", "3")]
    [InlineData("run-{#:000}-{m}", "run-000-a", "run-003-a")]
    [InlineData("{m}/{t} {p}", "a-1-1_5", "a-10-2")]
    [InlineData("{{{t}}}-{p}", "job-1--1_5", "job-10--2")]
    [InlineData("{T}-{P}", "1-1_5", "10-2")]
    public void A_template_names_parameters_index_and_formats(string template, string first, string last)
    {
        var names = Names(template);
        Assert.Equal((first, last), (names[0], names[^1]));
    }

    [Theory]
    [InlineData("sim", "sim-0", "sim-3")] // nothing tells the points apart
    [InlineData("sim-{t}", "sim-1-0", "sim-10-3")] // p is missing
    [InlineData("{t}{p}", "11_5-0", "102-3")] // 1 and 10_5 would read like 11 and 0_5
    [InlineData("{t:X}-{p:0}", "1-2-0", "A-2-3")] // 1.5 and 2 look the same
    public void Where_a_template_cannot_be_shown_to_tell_points_apart_names_end_in_the_index(string template, string first, string last)
    {
        var names = Names(template);
        Assert.Equal((first, last), (names[0], names[^1]));
        Assert.Equal(4, names.Distinct().Count());
    }

    [Fact]
    public void Too_long_names_are_cut_and_end_in_the_index()
    {
        var names = Names(new string('x', 130) + "{t}{p}");

        Assert.All(names, name => Assert.Equal(128, name.Length));
        Assert.Equal([.. Enumerable.Range(0, 4).Select(index => $"-{index}")], names.Select(name => name[^2..]));
    }

    [Fact]
    public void A_name_that_would_begin_with_a_sign_gets_a_prefix_as_all_do()
    {
        var sweep = new SweepDefinition { Axes = [new("t", [-5, 5, "job-5"])], JobNameTemplate = "{t}C" };

        Assert.Equal(["job-5C", "job5C", "jobjob-5C"], Sweep.Expand(sweep).Select(point => point.JobName));
    }

    [Theory]
    [InlineData("{temprature}", "The job name template '{temprature}' names 'temprature', which is no parameter of the sweep. Did you mean 'temperature'? It can use {temperature}, {mode}, {#}.")]
    [InlineData("{}", "The job name template '{}' names '', which is no parameter of the sweep. It can use {temperature}, {mode}, {#}.")]
    [InlineData("a-{temperature", "The job name template 'a-{temperature' has a '{' at character 3 that has no partner. Write {name} for a value, and {{ or }} for a brace.")]
    [InlineData("a}", "The job name template 'a}' has a '}' at character 2 that has no partner. Write {name} for a value, and {{ or }} for a brace.")]
    [InlineData("{mode:0.0}", "The job name template '{mode:0.0}' uses the format '0.0', which the value 'fast' of 'mode' does not take. Use a .NET format for its type, such as 0.00 for numbers.")]
    [InlineData("{temperature:Q}", "The job name template '{temperature:Q}' uses the format 'Q', which the value '1' of 'temperature' does not take. Use a .NET format for its type, such as 0.00 for numbers.")]
    public void A_wrong_template_is_named_with_what_it_can_use(string template, string message)
    {
        var sweep = new SweepDefinition { Axes = [new("temperature", [1]), new("mode", ["fast"])], JobNameTemplate = template };

        Assert.Equal(message, Assert.Throws<BatchException>(() => Sweep.Expand(sweep)).Message);
    }

    [Fact]
    public void An_axis_too_long_to_go_through_has_its_first_point_at_once_and_names_that_end_in_the_index()
    {
        var sweep = new SweepDefinition { Axes = [new("n", SweepRange.Parse("-1..2000000000")!)], JobNameTemplate = "{n}-{n:0000}" };

        Assert.Equal(["job-1--0001-0", "job0-0000-1"], Sweep.Expand(sweep).Take(2).Select(point => point.JobName));
        Assert.Equal("JobNameTemplateFormat", Assert.Throws<BatchException>(() => Sweep.Expand(sweep with { Axes = [new("n", SweepRange.Parse("0..1000 by 0.000001")!)], JobNameTemplate = "{n:D4}" })).ErrorId);
    }

    [Fact]
    public void The_check_of_names_can_be_ended()
    {
        var sweep = new SweepDefinition { Axes = [new("n", SweepRange.Parse("1..1000000")!)], JobNameTemplate = "{n}" };

        Assert.Throws<OperationCanceledException>(() => Sweep.Points(sweep, new CancellationToken(canceled: true)));
    }

    private static string[] Names(string template) =>
        [.. Sweep.Expand(new()
        {
            Axes = [new("t", [1, 10]), new("p", [1.5, 2.0])],
            Fixed = [new("m", "a")],
            JobNameTemplate = template,
        }).Select(point => point.JobName)];
}
