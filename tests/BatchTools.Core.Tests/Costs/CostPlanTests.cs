using Amazon.Batch.Model;

namespace BatchTools.Tests;

/// <summary>What a plan says of cost, with the prices of a real engine.</summary>
public sealed class CostPlanTests(LocalBatch local) : IClassFixture<LocalBatch>
{
    private readonly RecordingReporter _reporter = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jobs_on_Fargate_cost_what_their_vcpus_and_memory_do()
    {
        await QueueAsync("fargate", new() { Type = "FARGATE", MaxvCpus = 16 });
        await local.RegisterAsync("on-fargate", "true");

        var cost = await EstimateAsync("fargate", "on-fargate", TimeSpan.FromHours(1), vcpu: 2, memory: 4096, size: 10);

        Assert.Equal(10 * ((2 * 0.04048m) + (4 * 0.004445m)), cost.Cost.Low);
        Assert.Equal(cost.Cost.Low, cost.Cost.High);
        Assert.Empty(cost.Missing);
        Assert.True(cost.IsLocal);
        Assert.Contains("as if on AWS", cost.Lines().First(), StringComparison.Ordinal);
        Assert.Equal(2025, cost.PriceDate!.Value.Year);
    }

    [Fact]
    public async Task A_job_on_an_instance_pays_its_part_at_least_and_the_whole_at_most()
    {
        await QueueAsync("large", new() { Type = "EC2", MaxvCpus = 16, InstanceTypes = ["m5.xlarge"] });
        await local.RegisterAsync("on-instance", "true");

        var alone = await EstimateAsync("large", "on-instance", TimeSpan.FromHours(1), vcpu: 1, memory: 1024, size: null);
        var many = await EstimateAsync("large", "on-instance", TimeSpan.FromHours(1), vcpu: 1, memory: 1024, size: 100);
        var tries = await EstimateAsync("large", "on-instance", TimeSpan.FromHours(1), vcpu: 3, memory: 1024, size: 100, attempts: 2);

        Assert.Equal(new(0.192m / 4, 0.192m), alone.Cost);
        Assert.Equal(new(4.8m, 4.8m), many.Cost);
        Assert.Equal(new(14.4m, 38.4m), tries.Cost);
    }

    [Fact]
    public async Task Spot_costs_less_than_on_demand_and_a_family_stands_for_its_types()
    {
        await QueueAsync("spot", new() { Type = "SPOT", MaxvCpus = 16, InstanceTypes = ["m5"] });
        await QueueAsync("full", new() { Type = "EC2", MaxvCpus = 16, InstanceTypes = ["m5"] });
        await local.RegisterAsync("on-family", "true");

        var spot = await EstimateAsync("spot", "on-family", TimeSpan.FromHours(1), vcpu: 1, memory: 1024, size: 1000);
        var full = await EstimateAsync("full", "on-family", TimeSpan.FromHours(1), vcpu: 1, memory: 1024, size: 1000);

        Assert.InRange(spot.Cost.High!.Value, 1m, full.Cost.Low!.Value);
        Assert.Contains(spot.Reasons, reason => reason.StartsWith("EC2 Spot, m5.large", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_duration_a_timeout_bounds_the_cost_and_without_that_nothing_does()
    {
        await QueueAsync("fargate-2", new() { Type = "FARGATE", MaxvCpus = 16 });
        await local.RegisterAsync("never-ran", "true");

        var bounded = await EstimateAsync("fargate-2", "never-ran", null, vcpu: 1, memory: 2048, timeout: 3600);
        var unknown = await EstimateAsync("fargate-2", "never-ran", null, vcpu: 1, memory: 2048);

        Assert.Equal(new(null, 0.04048m + (2 * 0.004445m)), bounded.Cost);
        Assert.Equal(CostRange.Unknown, unknown.Cost);
        Assert.Contains("-ExpectedDuration", Assert.Single(unknown.Missing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Earlier_jobs_of_the_definition_tell_how_long_one_runs_children_of_arrays_too()
    {
        await local.RegisterAsync("ran-before", "true");
        await local.WaitAsync(_reporter, await local.SubmitAsync(_reporter, new(), new JobRequest { JobName = "first", JobQueue = "local", JobDefinition = "ran-before", ArraySize = 3 }));

        var cost = await EstimateAsync("local", "ran-before", null, vcpu: 1, memory: 64);

        Assert.True(cost.Cost is { Low: >= 0, High: not null });
        Assert.Contains(cost.Reasons, reason => reason.EndsWith("as 3 earlier jobs of ran-before", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_that_no_instance_type_holds_is_said()
    {
        await QueueAsync("small", new() { Type = "EC2", MaxvCpus = 16, InstanceTypes = ["c7g.medium"] });
        await local.RegisterAsync("too-big", "true");

        var cost = await EstimateAsync("small", "too-big", TimeSpan.FromHours(1), vcpu: 8, memory: 2048);

        Assert.Equal(CostRange.Unknown, cost.Cost);
        Assert.Equal("an instance type among c7g.medium that the Region has and that holds 8 vCPU, 2,048 MiB", Assert.Single(cost.Missing));
    }

    [Fact]
    public async Task A_workload_file_is_priced_on_the_queue_and_environment_that_it_would_create()
    {
        using var folder = new TempFolder();
        var file = WorkloadFile.Load(folder.Write("workload.json", """
            {
              "computeEnvironments": [{ "computeEnvironmentName": "file-env", "type": "MANAGED", "computeResources":
                { "type": "FARGATE", "maxvCpus": 8, "subnets": ["subnet-1"], "securityGroupIds": ["sg-1"] } }],
              "jobQueues": [{ "jobQueueName": "file-queue", "priority": 1, "computeEnvironmentOrder": [{ "order": 1, "computeEnvironment": "file-env" }] }],
              "jobDefinitions": [{ "jobDefinitionName": "file-definition", "type": "container", "platformCapabilities": ["FARGATE"], "containerProperties":
                { "image": "busybox", "command": ["true"], "executionRoleArn": "arn:aws:iam::123456789012:role/x",
                  "resourceRequirements": [{ "type": "VCPU", "value": "1" }, { "type": "MEMORY", "value": "2048" }] } }],
              "workload": { "jobQueue": "file-queue", "jobDefinition": "file-definition" },
              "sweeps": [{ "name": "points", "axes": { "x": [1, 2, 3] }, "jobName": "p-{x}" }]
            }
            """));

        var plan = await new WorkloadRun(local.Connection, _reporter).PlanAsync(file, new() { EstimatesCost = true, ExpectedDuration = TimeSpan.FromHours(2) }, Cancel);

        Assert.Equal(3 * 2 * (0.04048m + (2 * 0.004445m)), plan.Cost!.Cost.High);
        Assert.Equal(plan.Cost.Cost.Low, plan.Cost.Cost.High);
        Assert.Contains(plan.Lines(), line => line.StartsWith("Cost: $0.30 as if on AWS", StringComparison.Ordinal));
    }

    private async Task QueueAsync(string name, ComputeResource resources)
    {
        resources.Subnets = ["subnet-1"];
        resources.SecurityGroupIds = ["sg-1"];
        if (resources.Type != "FARGATE")
            resources.InstanceRole = "arn:aws:iam::123456789012:instance-profile/ecs";
        await new ComputeEnvironments(local.Connection, _reporter).CreateAsync(
            new() { ComputeEnvironmentName = name, Type = "MANAGED", ComputeResources = resources }, new() { Wait = true }, Cancel);
        await new JobQueues(local.Connection, _reporter).CreateAsync(
            new() { JobQueueName = name, Priority = 1, ComputeEnvironmentOrder = [new() { Order = 1, ComputeEnvironment = name }] }, new() { Wait = true }, Cancel);
    }

    private async Task<CostEstimate> EstimateAsync(
        string queue, string definition, TimeSpan? expected, decimal vcpu, int memory, int? size = null, int? attempts = null, int? timeout = null)
    {
        var request = new JobRequest
        {
            JobName = "planned", JobQueue = queue, JobDefinition = definition, Vcpu = vcpu, Memory = memory, ArraySize = size, Attempts = attempts,
            Timeout = timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
        var plan = await new SubmissionPlanner(local.Connection, _reporter).PlanAsync(new[] { request }.ToAsyncEnumerable(), new(), expected, Cancel);
        return plan.Cost!;
    }
}
