using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.Tests;

public sealed class SweepRangeTests
{
    [Theory]
    [InlineData("250..400 by 50", "250 300 350 400")]
    [InlineData("1..3", "1 2 3")]
    [InlineData("3..1", "3 2 1")]
    [InlineData("10..0 by 4", "10 6 2")]
    [InlineData("10..0 by -5", "10 5 0")]
    [InlineData("0..0.5 by 0.1", "0 0.1 0.2 0.3 0.4 0.5")]
    [InlineData("-1 .. 1 BY 0.50", "-1 -0.5 0 0.5 1")]
    [InlineData("1e-3..3e-3 by 1e-3", "0.001 0.002 0.003")]
    [InlineData("5..5", "5")]
    [InlineData("2147483647..2147483649", "2147483647 2147483648 2147483649")]
    public void A_range_has_its_values_exactly(string text, string values) =>
        Assert.Equal(values.Split(' '), SweepRange.Parse(text)!.Select(SweepValue.Text));

    [Theory]
    [InlineData("../data")]
    [InlineData("a..b")]
    [InlineData("./1..2")]
    [InlineData("v1..2")]
    [InlineData("1.2.3")]
    [InlineData("1-5")]
    [InlineData("")]
    public void Other_text_is_no_range(string text) => Assert.Null(SweepRange.Parse(text));

    [Theory]
    [InlineData("1..x")]
    [InlineData("1..2 by x")]
    [InlineData("1..10 step 2")]
    [InlineData(" -1 .. ")]
    [InlineData("1e3..")]
    [InlineData("0,5..2")]
    [InlineData(".5..2")]
    [InlineData("1..2..3")]
    [InlineData("1...3")]
    public void What_begins_as_a_range_and_is_none_is_refused(string text) =>
        Assert.StartsWith($"'{text}' begins as a range does and is none. Write start..end", Assert.Throws<BatchException>(() => SweepRange.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1..5 by 0", nameof(Messages.SweepRangeStep))]
    [InlineData("1..5 by -1", nameof(Messages.SweepRangeStep))]
    [InlineData("1..3000000000", nameof(Messages.SweepRangeTooLong))]
    [InlineData("1e28..9e99", nameof(Messages.SweepRangeTooLong))]
    public void A_range_that_never_ends_is_refused(string text, string error) =>
        Assert.Equal(error, Assert.Throws<BatchException>(() => SweepRange.Parse(text)).ErrorId);

    [Fact]
    public void Every_value_lies_on_the_step_and_the_last_is_at_most_a_step_from_the_end() =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
            (from start in Gen.Choose(-5000, 5000)
             from end in Gen.Choose(-5000, 5000)
             from step in Gen.Choose(1, 700)
             select (Start: start / 100m, End: end / 100m, Step: step / 100m)).ToArbitrary(),
            range =>
            {
                var values = SweepRange.Parse($"{range.Start}..{range.End} by {range.Step}")!.Select(Convert.ToDecimal).ToList();
                var step = range.End < range.Start ? -range.Step : range.Step;
                return values[0] == range.Start
                    && values.Zip(values.Skip(1), (one, next) => next - one).All(gap => gap == step)
                    && Math.Abs(range.End - values[^1]) < range.Step
                    && (range.End - values[^1]) * step >= 0;
            }));

    [Fact]
    public void Places_outside_of_it_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SweepRange.Parse("1..3")![3]);
}
