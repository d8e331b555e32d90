using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchTools.Cli.Tests.Support;

/// <summary>A workload of a thousand steps and five edges a step, made by chance from a seed: chains, diamonds, sweeps, and steps where 30 meet.</summary>
internal sealed class RandomGraph
{
    private const int StepCount = 1000;
    private const int EdgesAStep = 5;
    private const int Reach = 60; // how far back a step may wait

    private readonly List<Step> _steps = [];

    public RandomGraph(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < StepCount; i++)
        {
            var points = random.Next(10) == 0 ? random.Next(2, 6) : 0;
            var before = _steps.Skip(i - Reach).ToArray();
            random.Shuffle(before);
            _steps.Add(new($"s{i}", points, [.. before.Take(i % 100 == 99 ? 30 : EdgesAStep).Select(other => new Edge(other, Kind(random, points, other)))]));
        }
    }

    private enum EdgeKind
    {
        Ok,
        Any,
        Pairwise,
    }

    public int EdgeCount => _steps.Sum(step => step.Edges.Count);

    public int JobCount => _steps.Sum(step => step.Jobs.Count());

    /// <summary>The workload file; its jobs take 1 to 300 simulated seconds.</summary>
    public string ToJson() => new JsonObject
    {
        ["workload"] = new JsonObject { ["jobQueue"] = "local", ["jobDefinition"] = "node" },
        ["jobDefinitions"] = new JsonArray(JsonNode.Parse("""
            {
              "jobDefinitionName": "node", "type": "container", "retryStrategy": { "attempts": 5 },
              "containerProperties": {
                "image": "none", "command": ["true"], "vcpus": 1, "memory": 16,
                "environment": [{ "name": "BATCHTOOLS_SIMULATED_DURATION", "value": "uniform(1,300)" }]
              }
            }
            """)),
        ["jobs"] = new JsonArray([.. _steps.Where(step => step.Points == 0).Select(step => new JsonObject { ["jobName"] = step.Name, ["dependsOn"] = DependsOn(step) })]),
        ["sweeps"] = new JsonArray([.. _steps.Where(step => step.Points > 0).Select(step => new JsonObject
        {
            ["name"] = step.Name,
            ["jobName"] = step.Name + "-{x}",
            ["axes"] = new JsonObject { ["x"] = new JsonArray([.. Enumerable.Range(0, step.Points).Select(x => JsonValue.Create(x))]) },
            ["dependsOn"] = DependsOn(step),
        })]),
    }.ToJsonString();

    /// <summary>The edges that the times of the jobs do not keep, from lines of JSON as `batchtools run --json` writes them.</summary>
    public IEnumerable<string> Broken(IEnumerable<string> lines)
    {
        var times = lines.Select(line => JsonDocument.Parse(line).RootElement).Where(line => line.GetProperty("type").GetString() == "job").ToDictionary(
            job => job.GetProperty("jobName").GetString()!,
            job => (Started: job.GetProperty("startedAt").GetDateTimeOffset(), Stopped: job.GetProperty("stoppedAt").GetDateTimeOffset()));
        return from step in _steps
               from edge in step.Edges
               from pair in edge.Pairs(step)
               where times[pair.Before].Stopped > times[pair.After].Started
               select $"{pair.After} started before {pair.Before} had ended";
    }

    private static EdgeKind Kind(Random random, int points, Step other) =>
        points > 0 && other.Points == points ? EdgeKind.Pairwise : random.Next(200) == 0 ? EdgeKind.Any : EdgeKind.Ok;

    private static JsonArray DependsOn(Step step) => new([.. step.Edges.Select(edge => edge.Kind switch
    {
        EdgeKind.Ok => (JsonNode)edge.Other.Name,
        EdgeKind.Any => new JsonObject { ["jobId"] = edge.Other.Name, ["after"] = "any" },
        _ => new JsonObject { ["jobId"] = edge.Other.Name, ["type"] = "N_TO_N" },
    })]);

    private sealed record Step(string Name, int Points, IReadOnlyList<Edge> Edges)
    {
        public IEnumerable<string> Jobs => Points == 0 ? [Name] : Enumerable.Range(0, Points).Select(x => $"{Name}-{x}");
    }

    private sealed record Edge(Step Other, EdgeKind Kind)
    {
        public IEnumerable<(string Before, string After)> Pairs(Step step) => Kind == EdgeKind.Pairwise
            ? Other.Jobs.Zip(step.Jobs)
            : Other.Jobs.SelectMany(before => step.Jobs.Select(after => (before, after)));
    }
}
