namespace BatchTools.Tests;

public sealed class DifferenceTests
{
    [Fact]
    public void Members_are_told_by_their_way_with_what_they_were_and_are()
    {
        var old = Map(("priority", 1L), ("state", "ENABLED"), ("tags", Map(("Team", "md"), ("Old", ""))));
        var wanted = Map(("priority", 5L), ("state", "ENABLED"), ("tags", Map(("Team", "ml"))), ("limit", true));

        Assert.Equal(["priority: 1 → 5", "tags.Team: md → ml", "tags.Old: \"\" → (nothing)", "limit: (nothing) → true"], Between(old, wanted));
        Assert.Empty(Between(old, old));
    }

    [Fact]
    public void Lists_of_pairs_are_compared_by_their_keys_whatever_their_order()
    {
        var old = Map(("environment", new object?[] { Pair("A", "1"), Pair("B", "2") }));
        var wanted = Map(("environment", new object?[] { Pair("C", "3"), Pair("B", "2"), Pair("A", "x") }));

        Assert.Equal(["environment[A]: 1 → x", "environment[C]: (nothing) → 3"], Between(old, wanted));
        Assert.Equal(["environment[C]: (nothing) → 3", "environment[B]: (nothing) → 2", "environment[A]: (nothing) → x"], Between(Map(), wanted));
    }

    [Fact]
    public void Other_lists_are_told_as_a_whole_and_shortened()
    {
        var old = Map(("command", new object?[] { "sh", "-c", "true" }));
        var wanted = Map(("command", new object?[] { new string('x', 200) }));

        var line = Assert.Single(Between(old, wanted));
        Assert.StartsWith("command: [\"sh\",\"-c\",\"true\"] → [\"xxx", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, 100, 150);
    }

    [Fact]
    public void What_a_request_does_not_give_stays_as_it_is()
    {
        var described = Map(("state", "ENABLED"), ("status", "VALID"), ("computeResources", Map(("minvCpus", 0L), ("maxvCpus", 16L))));
        var request = Map(("state", "DISABLED"), ("computeResources", Map(("maxvCpus", 32L))));

        Assert.Equal(["state: ENABLED → DISABLED", "computeResources.maxvCpus: 16 → 32"], Difference.ByRequest(described, request).Select(one => one.ToString()));
    }

    private static IEnumerable<string> Between(Dictionary<string, object?> old, Dictionary<string, object?> wanted) =>
        Difference.Between(old, wanted).Select(one => one.ToString());

    private static Dictionary<string, object?> Pair(string name, string value) => Map(("name", name), ("value", value));

    private static Dictionary<string, object?> Map(params (string Name, object? Value)[] members) => members.ToDictionary(member => member.Name, member => member.Value);
}
