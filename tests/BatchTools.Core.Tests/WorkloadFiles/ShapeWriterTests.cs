using BatchTools.WorkloadFiles;

namespace BatchTools.Tests;

public sealed class ShapeWriterTests
{
    [Fact]
    public void An_object_that_sets_nothing_is_an_empty_dictionary() =>
        Assert.Empty(ShapeWriter.ToPlainData(new SampleRequest()));

    [Fact]
    public void Every_kind_of_member_becomes_plain_data_under_its_wire_name()
    {
        var data = ShapeWriter.ToPlainData(new SampleRequest
        {
            JobName = "a",
            MinvCpus = 3,
            CreatedAt = 1_700_000_000_000,
            WeightFactor = 0.1f,
            Ratio = 1.5,
            PropagateTags = false,
            Since = new DateTime(2024, 2, 3, 4, 5, 6, DateTimeKind.Utc),
            State = SampleState.ENABLED,
        });

        Assert.Equal(["jobName", "minvCpus", "createdAt", "weightFactor", "ratio", "propagateTags", "since", "state"], data.Keys);
        Assert.Equal(["a", 3L, 1_700_000_000_000L, 0.1, 1.5, false, "2024-02-03T04:05:06Z", "ENABLED"], data.Values);
    }

    [Fact]
    public void Lists_maps_and_structures_are_followed_and_keys_of_maps_stay_as_they_are()
    {
        var data = ShapeWriter.ToPlainData(new SampleRequest
        {
            Detail = new() { Name = "d", Children = [new() { Name = "e" }] },
            Command = ["echo", ""],
            States = [SampleState.DISABLED],
            Tags = new() { ["Environment"] = "production" },
            DetailMap = new() { ["Key"] = new() { Name = "v" } },
        });

        var detail = Assert.IsType<IReadOnlyDictionary<string, object?>>(data["detail"], exactMatch: false);
        var children = Assert.IsType<object?[]>(detail["children"]);
        Assert.Equal("e", Assert.IsType<Dictionary<string, object?>>(children[0])["name"]);
        Assert.Equal(["echo", ""], Assert.IsType<object?[]>(data["command"]));
        Assert.Equal(["DISABLED"], Assert.IsType<object?[]>(data["states"]));
        Assert.Equal("production", Assert.IsType<Dictionary<string, object?>>(data["tags"])["Environment"]);
        var map = Assert.IsType<Dictionary<string, object?>>(data["detailMap"]);
        Assert.Equal("v", Assert.IsType<Dictionary<string, object?>>(map["Key"])["name"]);
    }

    [Fact]
    public void Empty_lists_stay_and_a_value_outside_the_known_constants_stays() 
    {
        var data = ShapeWriter.ToPlainData(new SampleRequest { Command = [], State = new("LATER") });

        Assert.Empty(Assert.IsType<object?[]>(data["command"]));
        Assert.Equal("LATER", data["state"]);
    }
}
