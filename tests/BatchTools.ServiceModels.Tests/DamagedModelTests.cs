using System.Text.Json;
using System.Text.Json.Nodes;
using BatchTools.ServiceModels.Emission.Client;
using BatchTools.ServiceModels.Emission.Server;
using BatchTools.ServiceModels.Models;

namespace BatchTools.ServiceModels.Tests;

/// <summary>Wherever a model file is damaged, the generator says what is wrong and does not break.</summary>
public sealed class DamagedModelTests
{
    private static readonly JsonNode?[] Damages = [null, 7, "text", true, new JsonArray(), new JsonArray(1, "a"), new JsonObject()];

    [Fact]
    public void A_damaged_model_is_told() =>
        AssertTold(TinyModel.Model, text => Generate(text, TinyModel.Customizations, TinyModel.Endpoints));

    [Fact]
    public void Damaged_customizations_are_told() =>
        AssertTold(TinyModel.Customizations, text => Generate(TinyModel.Model, text, TinyModel.Endpoints));

    [Fact]
    public void Damaged_endpoint_rules_are_told() =>
        AssertTold(TinyModel.Endpoints, text => Generate(TinyModel.Model, TinyModel.Customizations, text));

    private static void AssertTold(string original, Action<string> generate)
    {
        var places = Places(JsonNode.Parse(original)!, []).ToList();
        var told = 0;
        foreach (var place in places)
        {
            foreach (var damage in Damages)
            {
                try
                {
                    generate(Damaged(original, place, damage));
                }
                catch (ModelException e)
                {
                    Assert.NotEmpty(e.Message);
                    told++;
                }
            }
        }
        Assert.InRange(told, places.Count, places.Count * Damages.Length);
    }

    private static void Generate(string model, string customizations, string endpoints)
    {
        var service = ModelReader.Read(model, customizations);
        foreach (var (name, text) in ClientSide.Emit(service, endpoints).Concat(ServerSide.Emit(service)))
            Assert.NotEmpty(name + text);
    }

    /// <summary>The path of every value in the JSON, the whole included.</summary>
    private static IEnumerable<object[]> Places(JsonNode? node, object[] path)
    {
        yield return path;
        var children = node switch
        {
            JsonObject members => members.Select(member => ((object)member.Key, member.Value)),
            JsonArray items => items.Select((item, index) => ((object)index, item)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            foreach (var place in Places(child, [.. path, step]))
                yield return place;
        }
    }

    private static string Damaged(string original, object[] place, JsonNode? damage)
    {
        if (place.Length == 0)
            return damage?.ToJsonString() ?? "null";
        var root = JsonNode.Parse(original)!;
        var parent = place[..^1].Aggregate(root, (node, step) => step is string name ? node[name]! : node[(int)step]!);
        if (place[^1] is string member)
            parent[member] = damage?.DeepClone();
        else
            parent[(int)place[^1]] = damage?.DeepClone();
        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
