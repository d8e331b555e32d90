using BatchTools.WorkloadFiles;

namespace BatchTools.Tests;

/// <summary>The four sweeps that users began with.</summary>
public sealed class PipelineTests
{
    [Theory]
    [InlineData("mlTraining", 4, "ml-training-bert-base-0", "ml-training-gpt2-medium-3")]
    [InlineData("financialRisk", 5, "risk-analysis-equity", "risk-analysis-alternatives")]
    [InlineData("scientificSimulation", 35, "simulation-T250-P1", "simulation-T400-P3")]
    [InlineData("dataProcessing", 20, "etl-transactions-2024-01-01", "etl-metrics-2024-01-05")]
    public void Each_has_its_points_and_names(string pipeline, int count, string first, string last)
    {
        var sweep = (SourceObject)((SourceObject)((SourceObject)CaseFiles.Read("pipelines.json")).Find(pipeline)!.Value).Find("sweep")!.Value;
        var definition = new SweepDefinition
        {
            Axes = [.. Members(sweep, "axes").Select(axis => new SweepAxis(axis.Name, [.. ((SourceArray)axis.Value).Items.Select(Value)]))],
            Fixed = [.. Members(sweep, "fixed").Select(pair => new KeyValuePair<string, object>(pair.Name, Value(pair.Value)))],
            JobNameTemplate = (string)Value(sweep.Find("jobName")!.Value),
        };

        var points = Sweep.Expand(definition).ToList();

        Assert.Equal(count, points.Count);
        Assert.Equal((long)count, Value(sweep.Find("jobs")!.Value));
        Assert.Equal((first, last), (points[0].JobName, points[^1].JobName));
        Assert.Equal(count, points.Select(point => point.JobName).Distinct().Count());
    }

    private static IEnumerable<SourceMember> Members(SourceObject node, string name) => ((SourceObject)node.Find(name)!.Value).Members;

    private static object Value(SourceNode node) => ((SourceScalar)node).ToValue()!;
}
