using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchTools.Tests;

public sealed class WorkloadSchemaTests
{
    [Fact]
    public void The_published_schema_is_that_of_the_models() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Docs(), "workload.schema.json")), WorkloadSchema.Text());

    [Fact]
    public void Every_reference_has_its_definition()
    {
        var schema = JsonNode.Parse(WorkloadSchema.Text())!;
        var names = ((JsonObject)schema["definitions"]!).Select(one => one.Key).ToHashSet();

        var references = All(schema).OfType<JsonObject>().Select(one => (string?)one["$ref"]).OfType<string>().ToArray();

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.Contains(reference["#/definitions/".Length..], names));
        Assert.Equal(["EC2", "FARGATE"], schema["definitions"]!["RegisterJobDefinition"]!["properties"]!["platformCapabilities"]!["items"]!["anyOf"]![0]!["enum"]!.AsArray().Select(one => (string?)one));
    }

    [Fact]
    public void The_schema_takes_the_examples() => Assert.All(
        Directory.GetFiles(Path.Combine(Docs(), "examples"), "*.json"), file => Assert.True(Check(File.ReadAllText(file)), $"The schema refuses {file}."));

    [Fact]
    public void The_schema_takes_what_is_written_by_name_and_by_parameter() => Assert.True(Check("""
        {
          "$schema": "../workload.schema.json",
          "parameters": { "size": { "type": "number", "default": 2 } },
          "workload": { "name": "w", "jobQueue": "q", "jobDefinition": "d", "defaults": { "retryStrategy": { "attempts": 2 } } },
          "jobs": [{ "jobName": "a", "arrayProperties": { "size": "${param:size}" } }, { "jobName": "b", "dependsOn": ["a", { "jobId": "s", "after": "any" }] }],
          "sweeps": [{ "name": "s", "axes": { "t": [1, "x"], "u": "1..4" }, "maxConcurrent": 2, "merge": {}, "dependsOn": "a" }]
        }
        """));

    // Of the bad files those whose fault a schema can know: of members and constants.
    [Fact]
    public void The_schema_refuses_unknown_members_and_constants()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "WorkloadFiles", "BadFiles");
        var files = Directory.GetFiles(folder, "*.json").Where(file => File.ReadAllText($"{file}.txt").Split(": ")[1] is "error MemberUnknown" or "error ConstantUnknown").ToArray();

        Assert.True(files.Length > 40, $"There are {files.Length}.");
        Assert.All(files, file => Assert.False(Check(File.ReadAllText(file)), $"The schema takes {file}."));
    }

    private static bool Check(string text)
    {
        var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        return new SchemaCheck(JsonDocument.Parse(WorkloadSchema.Text()).RootElement).Takes(JsonDocument.Parse(text, options).RootElement);
    }

    private static IEnumerable<JsonNode> All(JsonNode? node) => node switch
    {
        JsonObject source => source.SelectMany(member => All(member.Value)).Prepend(source),
        JsonArray list => list.SelectMany(All).Prepend(list),
        _ => [],
    };

    private static string Docs([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs"));
}
