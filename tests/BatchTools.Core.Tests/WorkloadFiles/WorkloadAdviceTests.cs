namespace BatchTools.Tests;

public sealed class WorkloadAdviceTests : IDisposable
{
    private const string Sound = """
        "jobDefinitionName": "d", "type": "container", "retryStrategy": { "attempts": 3 }, "timeout": { "attemptDurationSeconds": 600 }
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_is_all_right_gets_no_advice() => Assert.Empty(await FindAsync(
        Environment("EC2", """ "instanceRole": "r" """), Definition(Sound, "\"image\": \"app:1.4\""), Job("\"jobName\": \"j\"")));

    [Theory]
    [InlineData("SPOT", "", "WARNING InstanceRoleMissing 1", "WARNING FleetRoleMissing 1")]
    [InlineData("SPOT", "\"instanceRole\": \"r\", \"allocationStrategy\": \"SPOT_PRICE_CAPACITY_OPTIMIZED\"")]
    [InlineData("FARGATE", "")]
    public async Task Roles_that_an_environment_needs_are_missed(string type, string members, params string[] findings) =>
        Assert.Equal(findings, await FindAsync(Environment(type, members)));

    [Theory]
    [InlineData("\"image\": \"app:latest\"", "ADVICE ImageTagMoves 1")]
    [InlineData("\"image\": \"nvcr.io/nvidia/pytorch:24.01-py3\"", "ADVICE ImageLarge 1")]
    [InlineData("\"image\": \"763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.0\"", "ADVICE ImageLarge 1")]
    [InlineData("\"image\": \"app:1\", \"secrets\": [{ \"name\": \"a\", \"valueFrom\": \"b\" }]", "WARNING ExecutionRoleMissing 1")]
    [InlineData("\"image\": \"app:1\", \"command\": [\"aws\", \"s3\", \"cp\", \"s3://a/b\", \".\"]", "ADVICE JobRoleMissing 1")]
    [InlineData("\"image\": \"app:1\", \"command\": [\"run\", \"s3://a/b\"], \"jobRoleArn\": \"r\"")]
    public async Task What_commonly_goes_wrong_with_a_definition_is_told(string container, params string[] findings) =>
        Assert.Equal(findings, await FindAsync(Definition(Sound, container)));

    [Fact]
    public async Task A_definition_without_retries_and_time_limit_is_told_of_where_its_hosts_may_be_taken_back()
    {
        const string Bare = """ "jobDefinitionName": "d", "type": "container" """;
        var spot = Environment("SPOT", """ "instanceRole": "r", "allocationStrategy": "SPOT_PRICE_CAPACITY_OPTIMIZED" """);

        Assert.Equal(["ADVICE SpotWithoutRetry 2", "ADVICE TimeLimitMissing 2"], await FindAsync(spot, Definition(Bare, "\"image\": \"app:1\"")));
        Assert.Equal(["ADVICE SpotWithoutRetry 2", "ADVICE TimeLimitMissing 2"], await FindAsync(spot, Definition(Bare, "\"image\": \"app:1\""), Job("\"jobName\": \"j\"")));
        Assert.Empty(await FindAsync(spot, Definition(Bare, "\"image\": \"app:1\""), Job("\"jobName\": \"j\", \"retryStrategy\": { \"attempts\": 2 }, \"timeout\": { \"attemptDurationSeconds\": 60 }")));
        Assert.Equal(["ADVICE TimeLimitMissing 1"], await FindAsync(Definition(Bare, "\"image\": \"app:1\"")));
    }

    [Fact]
    public async Task A_job_that_no_environment_can_hold_is_told_of()
    {
        var definition = Definition(Sound, "\"image\": \"app:1\", \"executionRoleArn\": \"r\"");
        const string Requirements = "\"jobName\": \"j\", \"containerOverrides\": { \"resourceRequirements\": [{ \"type\": \"VCPU\", \"value\": \"64\" }, { \"type\": \"GPU\", \"value\": \"1\" }] }";

        Assert.Equal(["WARNING ComputeTooSmall 3"], await FindAsync(Environment("EC2", "\"instanceRole\": \"r\""), definition, Job(Requirements)));
        Assert.Equal(
            ["WARNING ComputeTooSmall 3", "WARNING FargateTooSmall 3", "WARNING FargateWithoutGpu 3"],
            await FindAsync(Environment("FARGATE", ""), definition, Job(Requirements)));
    }

    [Fact]
    public async Task The_defaults_of_a_workload_count()
    {
        var path = _folder.Write("workload.json", """
            {
              "workload": { "jobQueue": "q", "jobDefinition": "d", "defaults": { "timeout": { "attemptDurationSeconds": 600 }, "retryStrategy": { "attempts": 4 } } },
              "jobDefinitions": [{ "jobDefinitionName": "d", "type": "container", "containerProperties": { "image": "app:1" } }],
              "jobs": [{ "jobName": "a" }, { "jobName": "b", "retryStrategy": { "attempts": 2 } }]
            }
            """);

        Assert.Empty(await new WorkloadInspection().InspectAsync(path, cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            [4, 2],
            WorkloadFile.Load(path).Steps.Select(step => RequestBuilder.ToRequest(step.Job, new SubmitOptions()).RetryStrategy!.Attempts!.Value));
    }

    private static string Environment(string type, string members) =>
        $$""" "computeEnvironments": [{ "computeEnvironmentName": "c", "type": "MANAGED", "computeResources": { "type": "{{type}}", "maxvCpus": 8, "subnets": ["s"]{{(members.Length > 0 ? ", " : "")}}{{members}} } }], "jobQueues": [{ "jobQueueName": "q", "priority": 1, "computeEnvironmentOrder": [{ "order": 1, "computeEnvironment": "c" }] }]""";

    private static string Definition(string members, string container) => $$""" "jobDefinitions": [{ {{members.Trim()}}, "containerProperties": { {{container}} } }]""";

    private static string Job(string members) => $$""" "jobs": [{ {{members}}, "jobQueue": "q", "jobDefinition": "d" }]""";

    // Each part on a line of its own.
    private async Task<IReadOnlyList<string>> FindAsync(params string[] parts)
    {
        var path = _folder.Write("workload.json", "{" + string.Join(",\n", parts) + "}");
        return await new WorkloadInspection().InspectAsync(path, cancellationToken: TestContext.Current.CancellationToken)
            .Select(one => $"{one.Severity} {one.RuleId} {one.Line}").ToListAsync(TestContext.Current.CancellationToken);
    }
}
