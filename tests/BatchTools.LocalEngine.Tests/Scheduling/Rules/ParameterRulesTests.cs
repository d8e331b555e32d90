using BatchTools.LocalEngine.Scheduling.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.LocalEngine.Tests.Scheduling.Rules;

public sealed class ParameterRulesTests
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["name"] = "value", ["name2"] = "other", ["empty"] = "", ["nested"] = "Ref::name", ["with-dash"] = "dash",
    };

    [Theory]
    [InlineData("Ref::name", "value")]
    [InlineData("Ref::name2", "other")]
    [InlineData("--out=Ref::name.txt", "--out=value.txt")]
    [InlineData("Ref::name/Ref::name2", "value/other")]
    [InlineData("Ref::nameRef::name2", "Ref::nameRef::name2")]
    [InlineData("Ref::empty", "")]
    [InlineData("[Ref::empty]", "[]")]
    [InlineData("Ref::nested", "Ref::name")]
    [InlineData("Ref::with-dash", "dash")]
    [InlineData("Ref::unknown", "Ref::unknown")]
    [InlineData("Ref::", "Ref::")]
    [InlineData("Ref:name", "Ref:name")]
    [InlineData("ref::name", "ref::name")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void Known_references_are_replaced(string argument, string expected) =>
        Assert.Equal([expected], ParameterRules.Substitute([argument], Parameters));

    [Fact]
    public void A_submissions_parameters_go_over_the_definitions()
    {
        var merged = ParameterRules.Merge(new() { ["a"] = "1", ["b"] = "2" }, new() { ["b"] = "3", ["c"] = "" });

        Assert.Equal([("a", "1"), ("b", "3"), ("c", "")], merged.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value)));
    }

    [Fact]
    public void What_is_put_together_of_text_and_references_comes_out_put_together_of_text_and_values()
    {
        var text = Gen.Elements("", "a", "/", "--x=", ".", ":", "Re", "f::");
        var reference = Gen.Elements([.. Parameters.Keys]);
        var part = from before in text
                   from name in reference
                   select (Written: before + "Ref::" + name + "/", Expected: before + Parameters[name] + "/");

        Prop.ForAll(Gen.ListOf(part, 5).ToArbitrary(), parts =>
            ParameterRules.Substitute([string.Concat(parts.Select(one => one.Written))], Parameters)[0] == string.Concat(parts.Select(one => one.Expected)))
            .QuickCheckThrowOnFailure();
    }
}
