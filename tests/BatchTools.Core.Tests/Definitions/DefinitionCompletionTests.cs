#pragma warning disable CS0618 // Definitions of old have the older members.
using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class DefinitionCompletionTests
{
    private readonly List<string> _warnings = [];

    [Fact]
    public void The_older_members_become_requirements_and_a_requirement_at_hand_goes_before_them()
    {
        var request = Complete(new ContainerProperties { Vcpus = 4, Memory = 16384, ResourceRequirements = [Requirement("GPU", "1"), Requirement("MEMORY", "8192")] });

        Assert.Equal([("GPU", "1"), ("MEMORY", "8192"), ("VCPU", "4")], Requirements(request));
        Assert.Null(request.ContainerProperties!.Vcpus);
        Assert.Null(request.ContainerProperties.Memory);
        Assert.Empty(_warnings);
    }

    [Theory]
    [InlineData("EC2", "512")]
    [InlineData("FARGATE", "2048")]
    public void What_is_missing_is_taken_by_a_default_with_a_warning(string platform, string memory)
    {
        var request = Complete(new ContainerProperties { Image = "i" }, platform);

        Assert.Equal([("VCPU", "1"), ("MEMORY", memory)], Requirements(request));
        Assert.Equal(2, _warnings.Count);
        Assert.Contains($"{memory} MiB of memory", _warnings[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_range_of_nodes_is_completed()
    {
        var request = new RegisterJobDefinitionRequest
        {
            JobDefinitionName = "d",
            NodeProperties = new() { NodeRangeProperties = [new() { Container = new() { Vcpus = 8, Memory = 64 } }, new() { EcsProperties = new() }] },
        };
        new DefinitionCompletion(request, _warnings.Add).Complete();

        Assert.Equal(["8", "64"], request.NodeProperties.NodeRangeProperties[0].Container!.ResourceRequirements!.Select(one => one.Value));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void What_breaks_a_bound_or_runs_nothing_is_refused()
    {
        Assert.Equal(nameof(Messages.DefinitionEmpty), Refused(new() { JobDefinitionName = "d" }));
        Assert.Equal(nameof(Messages.AttemptsOutOfRange), Refused(new() { ContainerProperties = new(), RetryStrategy = new() { Attempts = 11 } }));
        Assert.Equal(nameof(Messages.TimeoutTooShort), Refused(new() { ContainerProperties = new(), Timeout = new() { AttemptDurationSeconds = 59 } }));
    }

    private string Refused(RegisterJobDefinitionRequest request) =>
        Assert.Throws<BatchException>(() => new DefinitionCompletion(request, _warnings.Add).Complete()).ErrorId;

    private RegisterJobDefinitionRequest Complete(ContainerProperties container, string platform = "EC2")
    {
        var request = new RegisterJobDefinitionRequest { JobDefinitionName = "d", ContainerProperties = container, PlatformCapabilities = [platform] };
        new DefinitionCompletion(request, _warnings.Add).Complete();
        return request;
    }

    private static ResourceRequirement Requirement(string type, string value) => new() { Type = type, Value = value };

    private static IEnumerable<(string, string?)> Requirements(RegisterJobDefinitionRequest request) =>
        request.ContainerProperties!.ResourceRequirements!.Select(one => (one.Type!.Value, one.Value));
}
