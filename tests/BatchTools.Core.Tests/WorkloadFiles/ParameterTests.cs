namespace BatchTools.Tests;

public sealed class ParameterTests : IDisposable
{
    private const string Text = """
        {
          "parameters": {
            "dataset": { "type": "string", "allowedValues": ["raw", "clean"], "description": "Which data." },
            "size": { "type": "number", "default": 4 },
            "trace": { "type": "boolean", "default": false }
          },
          "workload": { "name": "of-${param:dataset}", "jobQueue": "q", "jobDefinition": "d" },
          "jobs": [{
            "jobName": "j-${param:size}",
            "arrayProperties": { "size": "${param:size}" },
            "propagateTags": "${param:trace}",
            "parameters": { "text": "$${param:dataset} is ${param:dataset}, ${HOME} is the shell's" }
          }]
        }
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_parameter_has_the_given_value_or_its_default()
    {
        var file = Load(Text, ("dataset", "raw"), ("trace", "true"));

        Assert.Equal("of-raw", file.Name);
        var job = Assert.Single(file.Steps).Job;
        Assert.Equal("j-4", job.JobName);
        Assert.Equal(4L, ((IReadOnlyDictionary<string, object?>)job.Overrides["arrayProperties"]!)["size"]);
        Assert.Equal(true, job.Overrides["propagateTags"]);
        Assert.Equal("${param:dataset} is raw, ${HOME} is the shell's", ((IReadOnlyDictionary<string, object?>)job.Overrides["parameters"]!)["text"]);
        Assert.Equal([("dataset", "raw", null), ("size", "4", "4"), ("trace", "true", "false")], file.Parameters.Select(one => (one.Name, one.Value!, one.Default)));
        Assert.Equal("Which data.", file.Parameters[0].Description);
    }

    [Fact]
    public void A_number_as_a_value_of_a_sweep_is_a_number()
    {
        var file = Load("""
            { "parameters": { "t": { "type": "number", "default": 2.50 } }, "workload": { "jobQueue": "q", "jobDefinition": "d" },
              "sweeps": [{ "axes": { "t": [1, "${param:t}"], "text": ["${param:t}K"] } }] }
            """);

        Assert.Equal([1L, 2.5], file.Steps[0].Sweep!.Axes[0].Values);
        Assert.Equal(["2.50K"], file.Steps[0].Sweep!.Axes[1].Values);
    }

    [Theory]
    [InlineData("", "(3,5): the parameter 'dataset' has no value. Give one (-Parameter @{ dataset = … }, or --param dataset=…), or declare a 'default'.")]
    [InlineData("dataset=ra", "(3,5): 'ra' is not allowed for the parameter 'dataset'. Did you mean 'raw'? Use one of raw, clean.")]
    [InlineData("dataset=raw;sise=1", "(2,17): the file declares no parameter 'sise'. Did you mean 'size'? Give it no value, or declare it in 'parameters'.")]
    [InlineData("dataset=raw;size=big", "(4,5): the parameter 'size' must be a number, not 'big'. Give such a value.")]
    [InlineData("dataset=raw;trace=1", "(5,5): the parameter 'trace' must be true or false, not '1'. Give such a value.")]
    public void A_value_that_does_not_fit_is_told_at_its_declaration(string given, string message)
    {
        var values = given.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1])).ToArray();

        Assert.Equal(PathOf("workload.json") + message, Assert.Throws<BatchException>(() => Load(Text, values)).Message);
    }

    [Fact]
    public void A_default_may_name_the_environment()
    {
        var file = Load("""{ "parameters": { "data": { "default": "${env:PATH}/x" } }, "workload": { "tags": { "data": "${param:data}" }, "jobQueue": "q", "jobDefinition": "d" }, "jobs": [{ "jobName": "a" }] }""");

        Assert.Equal($"{Environment.GetEnvironmentVariable("PATH")}/x", file.Steps[0].Job.Tags["data"]);
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name);

    private WorkloadFile Load(string text, params (string Name, string Value)[] values) =>
        WorkloadFile.Load(_folder.Write("workload.json", text), values.ToDictionary(one => one.Name, one => one.Value));
}
