namespace BatchTools.Tests;

public sealed class CostRangeTests
{
    [Theory]
    [InlineData(0.0, 0.0, "$0")]
    [InlineData(0.12, 0.5, "$0.12 to $0.50")]
    [InlineData(1234.5, 1234.5, "$1,234.50")]
    [InlineData(0.0486, 0.999, "$0.049 to $1.00")]
    [InlineData(0.000144, 0.00123, "$0.00014 to $0.0012")]
    [InlineData(0.000014, 0.00072, "at most $0.00072")]
    [InlineData(0.00000056, 0.00000056, "<$0.0001")]
    [InlineData(null, 0.00000056, "<$0.0001")]
    [InlineData(0.00000056, null, "unknown")]
    [InlineData(0.0, 0.5, "at most $0.50")]
    [InlineData(null, 2.0, "at most $2.00")]
    [InlineData(2.0, null, "$2.00 at least")]
    [InlineData(null, null, "unknown")]
    public void Bounds_are_told_as_far_as_they_are_known(double? low, double? high, string text) =>
        Assert.Equal(text, new CostRange((decimal?)low, (decimal?)high).ToString());

    [Fact]
    public void A_sum_is_bounded_from_below_by_what_is_known_and_from_above_only_if_all_is()
    {
        Assert.Equal(new(3, 7), new CostRange(1, 3) + new CostRange(2, 4));
        Assert.Equal(new(1, null), new CostRange(1, 3) + CostRange.Unknown);
        Assert.Equal(new(null, 5), new CostRange(null, 3) + new CostRange(null, 2));
    }

    [Fact]
    public void One_of_two_amounts_is_bounded_only_where_both_are()
    {
        Assert.Equal(new(1, 4), new CostRange(1, 3).Or(new(2, 4)));
        Assert.Equal(new(null, 4), new CostRange(1, 3).Or(new(null, 4)));
        Assert.Equal(CostRange.Unknown, new CostRange(1, 3).Or(CostRange.Unknown));
    }
}
