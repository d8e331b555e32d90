using BatchTools.Cli.Rendering;

namespace BatchTools.Cli.Tests.Rendering;

public sealed class NaturalOrderTests
{
    [Fact]
    public void Numbers_in_names_are_ordered_by_their_value()
    {
        string[] ordered =
        [
            "", "10", "a", "a-2", "a-02", "a-10", "a-99999999999999999999", "a-100000000000000000000", "a-b", "b1-T9", "b1-T10-P1", "b1-T10-P1_5", "b2",
        ];

        Assert.Equal(ordered, ordered.Reverse().Order(NaturalOrder.Instance));
    }

    [Fact]
    public void Equal_names_are_equal() => Assert.Equal(0, NaturalOrder.Instance.Compare("T10-P1_5", "T10-P1_5"));
}
