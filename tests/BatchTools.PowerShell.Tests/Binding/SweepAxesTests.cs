using System.Collections;
using System.Collections.Specialized;
using BatchTools.PowerShell.Binding;

namespace BatchTools.PowerShell.Tests.Binding;

public sealed class SweepAxesTests
{
    [Fact]
    public void The_axes_of_a_hashtable_come_as_the_job_name_uses_them_then_by_name()
    {
        var sweep = SweepAxes.Define(new Hashtable { ["c"] = 1, ["a"] = 2, ["B"] = 3, ["z"] = 4 }, null, "j-{z}-{b:00}-{#}-{b}", zip: false);

        Assert.Equal(["z", "B", "a", "c"], sweep.Axes.Select(axis => axis.Name));
    }

    [Fact]
    public void The_axes_of_an_ordered_dictionary_keep_their_order()
    {
        var sweep = SweepAxes.Define(new OrderedDictionary { ["z"] = 1, ["a"] = 2 }, null, "{a}-{z}", zip: false);

        Assert.Equal(["z", "a"], sweep.Axes.Select(axis => axis.Name));
    }

    [Fact]
    public void A_single_value_is_an_axis_of_one_and_a_text_is_a_single_value()
    {
        var sweep = SweepAxes.Define(new Hashtable { ["a"] = "text", ["b"] = new object[] { 1, 2 } }, null, null, zip: false);

        Assert.Equal(["text"], sweep.Axes.Single(axis => axis.Name == "a").Values);
        Assert.Equal([1, 2], sweep.Axes.Single(axis => axis.Name == "b").Values);
    }

    [Fact]
    public void Fixed_values_are_kept()
    {
        var sweep = SweepAxes.Define(new Hashtable { ["a"] = 1 }, new OrderedDictionary { ["x"] = "y", ["w"] = 2 }, null, zip: false);

        Assert.Equal([KeyValuePair.Create<string, object>("x", "y"), KeyValuePair.Create<string, object>("w", 2)], sweep.Fixed);
    }
}
