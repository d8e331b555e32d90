using BatchTools.Help.Model;
using BatchTools.Help.Reading;

namespace BatchTools.Help.Tests.Reading;

public sealed class HelpGapsTests
{
    private static readonly Prose Text = new("Text.", "Text.");

    private static readonly ParameterHelp Parameter = new(
        "Name", "String", false, [Text], [], [], false, new Dictionary<string, ParameterPlace> { [ParameterHelp.EverySet] = new(false, null, false, false) });

    private static readonly CmdletHelp Complete = new(
        "Get-Thing", "Things.GetThingCommand", Text, [], null, [Parameter], [new("Things.Thing", [Text])], [new("Get-Thing", [])], []);

    [Fact]
    public void Complete_help_has_no_gaps() => Assert.Empty(HelpGaps.Of(Complete));

    [Fact]
    public void Each_gap_is_named()
    {
        var empty = Complete with
        {
            Synopsis = new("", ""),
            Examples = [],
            Parameters = [Parameter with { Description = [] }],
            Outputs = [],
        };

        var gaps = HelpGaps.Of(empty).ToList();

        Assert.Equal(4, gaps.Count);
        Assert.Contains(gaps, gap => gap.Contains("-Name", StringComparison.Ordinal));
    }
}
