using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class RequestRulesTests
{
    private static readonly JobRequest Sound = new() { JobName = "sim-1", JobQueue = "hpc", JobDefinition = "md" };

    public static TheoryData<string, JobRequest> Broken => new()
    {
        { nameof(Messages.JobNameMissing), Sound with { JobName = "" } },
        { nameof(Messages.JobNameInvalid), Sound with { JobName = "-first" } },
        { nameof(Messages.JobNameInvalid), Sound with { JobName = "a.b" } },
        { nameof(Messages.JobNameInvalid), Sound with { JobName = "line\n" } },
        { nameof(Messages.JobNameInvalid), Sound with { JobName = new string('n', 129) } },
        { nameof(Messages.JobQueueMissing), Sound with { JobQueue = "" } },
        { nameof(Messages.JobDefinitionMissing), Sound with { JobDefinition = "" } },
        { nameof(Messages.ArraySizeOutOfRange), Sound with { ArraySize = 1 } },
        { nameof(Messages.ArraySizeOutOfRange), Sound with { ArraySize = 10_001 } },
        { nameof(Messages.DependenciesTooMany), Sound with { DependsOn = [.. Enumerable.Range(0, 21).Select(index => $"id-{index}")] } },
        { nameof(Messages.InvalidJobId), Sound with { DependsOn = ["Amazon.Batch.Model.JobSummary"] } },
        { nameof(Messages.InvalidJobId), Sound with { Overrides = new Dictionary<string, object?> { ["dependsOn"] = new object[] { new Dictionary<string, object?> { ["jobId"] = "no id" } } } } },
        { nameof(Messages.TagsTooMany), Sound with { Tags = Enumerable.Range(0, 51).ToDictionary(index => $"tag{index}", _ => "") } },
        { nameof(Messages.TagInvalid), Sound with { Tags = Pair("aws:mine", "x") } },
        { nameof(Messages.TagInvalid), Sound with { Tags = Pair(new string('k', 129), "x") } },
        { nameof(Messages.TagInvalid), Sound with { Tags = Pair("", "x") } },
        { nameof(Messages.TagInvalid), Sound with { Tags = Pair("k", new string('v', 257)) } },
        { nameof(Messages.EnvironmentNameInvalid), Sound with { Environment = Pair("AWS_BATCH_MINE", "x") } },
        { nameof(Messages.EnvironmentNameInvalid), Sound with { Environment = Pair("", "x") } },
        { nameof(Messages.EnvironmentNameInvalid), Sound with { Environment = Pair("A=B", "x") } },
        { nameof(Messages.CommandArgumentEmpty), Sound with { Command = ["echo", ""] } },
        { nameof(Messages.OverridesTooLong), Sound with { Environment = Pair("LONG", new string('x', 8_200)) } },
        { nameof(Messages.PayloadTooLarge), Sound with { Parameters = Pair("long", new string('x', 30 * 1024)) } },
        { nameof(Messages.AttemptsOutOfRange), Sound with { Attempts = 11 } },
        { nameof(Messages.TimeoutTooShort), Sound with { Timeout = TimeSpan.FromSeconds(59) } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_is_one_line_that_names_the_job(string errorId, JobRequest request)
    {
        var error = Assert.Throws<BatchException>(() => RequestRules.Check(RequestBuilder.ToRequest(request, new SubmitOptions())));
        Assert.Equal((errorId, ErrorKind.InvalidInput), (error.ErrorId, error.Kind));
        Assert.DoesNotContain("{", error.Message, StringComparison.Ordinal);
        if (errorId is not (nameof(Messages.JobNameInvalid) or nameof(Messages.JobNameMissing)))
            Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void What_is_just_within_the_bounds_passes()
    {
        var request = Sound with
        {
            JobName = new string('n', 128),
            ArraySize = 10_000,
            DependsOn = [.. Enumerable.Range(0, 20).Select(index => $"id-{index}")],
            Tags = Enumerable.Range(0, 50).ToDictionary(index => $"tag{index}", _ => new string('v', 256)),
            Environment = Pair("LONG", new string('x', 8_000)),
            Attempts = 10,
            Timeout = TimeSpan.FromSeconds(60),
        };
        RequestRules.Check(RequestBuilder.ToRequest(request, new SubmitOptions()));
    }

    [Fact]
    public void Everything_that_was_given_gets_into_the_request_over_the_overrides_of_AWSs_shape()
    {
        var request = RequestBuilder.ToRequest(
            Sound with
            {
                Parameters = Pair("a", "1"),
                Environment = Pair("B", "2"),
                Command = ["run", "Ref::a"],
                Vcpu = 0.25m,
                Memory = 512,
                Gpu = 1,
                ArraySize = 3,
                Attempts = 2,
                Timeout = TimeSpan.FromSeconds(90.5),
                DependsOn = ["arn:aws:batch:us-east-1:1:job/id-1"],
                Tags = Pair("team", "md"),
                ShareIdentifier = "blue",
                SchedulingPriority = 4,
                PropagateTags = true,
                Overrides = new Dictionary<string, object?>
                {
                    ["jobName"] = "ignored",
                    ["parameters"] = new Dictionary<string, object?> { ["a"] = "0", ["c"] = "3" },
                    ["containerOverrides"] = new Dictionary<string, object?>
                    {
                        ["environment"] = new object[] { new Dictionary<string, object?> { ["name"] = "B", ["value"] = "0" }, new Dictionary<string, object?> { ["name"] = "A", ["value"] = "9" } },
                        ["resourceRequirements"] = new object[] { new Dictionary<string, object?> { ["type"] = "VCPU", ["value"] = "8" } },
                    },
                },
            },
            new SubmitOptions { Workload = "w" });

        Assert.Equal(("sim-1", "hpc", "md", "blue", 4, true), (
            request.JobName, request.JobQueue, request.JobDefinition, request.ShareIdentifier, request.SchedulingPriorityOverride, request.PropagateTags));
        Assert.Equal([("a", "1"), ("c", "3")], request.Parameters!.Select(one => (one.Key, one.Value)).Order());
        Assert.Equal([("A", "9"), ("B", "2")], request.ContainerOverrides!.Environment!.Select(one => (one.Name!, one.Value!)));
        Assert.Equal(
            [("GPU", "1"), ("MEMORY", "512"), ("VCPU", "0.25")],
            request.ContainerOverrides.ResourceRequirements!.Select(one => (one.Type!.Value, one.Value!)).Order());
        Assert.Equal(["run", "Ref::a"], request.ContainerOverrides.Command);
        Assert.Equal((3, 2, 91), (request.ArrayProperties!.Size, request.RetryStrategy!.Attempts, request.Timeout!.AttemptDurationSeconds));
        Assert.Equal("id-1", Assert.Single(request.DependsOn!).JobId);
        Assert.Equal([("batchtools:workload", "w"), ("team", "md")], request.Tags!.Select(one => (one.Key, one.Value)).Order());
    }

    [Fact]
    public void What_was_not_given_stays_out()
    {
        var request = RequestBuilder.ToRequest(Sound, new SubmitOptions());
        var members = typeof(SubmitJobRequest).GetProperties()
            .Where(property => property.DeclaringType == typeof(SubmitJobRequest) && property.GetValue(request) is not null)
            .Select(property => property.Name);
        Assert.Equal([nameof(request.JobDefinition), nameof(request.JobName), nameof(request.JobQueue)], members.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_unknown_member_in_AWSs_shape_is_named_with_the_nearest_right_one()
    {
        var error = Assert.Throws<BatchException>(() => RequestBuilder.ToRequest(
            Sound with { Overrides = new Dictionary<string, object?> { ["nodeOverride"] = new Dictionary<string, object?>() } }, new SubmitOptions()));
        Assert.Contains("nodeOverrides", error.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Pair(string name, string value) => new() { [name] = value };
}
