#pragma warning disable CS0618 // Definitions of old have the older members.
using Amazon.Batch;
using Amazon.Batch.Model;
using ServiceDefinition = Amazon.Batch.Model.JobDefinition;

namespace BatchTools.Tests;

public sealed class DefinitionContentTests
{
    [Fact]
    public void What_the_service_adds_when_it_tells_a_definition_back_does_not_count()
    {
        var told = Told();
        told.JobDefinitionArn = "arn:aws:batch:us-east-1:123456789012:job-definition/d:7";
        told.Revision = 7;
        told.Status = "ACTIVE";
        told.PropagateTags = false;
        told.ContainerProperties!.Volumes = [];
        told.ContainerProperties.Ulimits = [];
        told.ContainerProperties.Secrets = [];
        told.ContainerProperties.ReadonlyRootFilesystem = false;
        told.ContainerProperties.FargatePlatformConfiguration = new() { PlatformVersion = "LATEST" };
        told.ContainerProperties.Environment!.Reverse();
        told.RetryStrategy = new() { Attempts = 1, EvaluateOnExit = [] };
        told.Tags = [];

        Assert.True(DefinitionContent.AreEqual(told, DefinitionContent.Of(Wanted())));
    }

    [Fact]
    public void Actions_are_told_back_in_small_letters()
    {
        var (told, wanted) = (Told(), Wanted());
        told.RetryStrategy = new() { Attempts = 3, EvaluateOnExit = [new() { OnReason = "*", Action = "exit" }] };
        wanted.RetryStrategy = new() { Attempts = 3, EvaluateOnExit = [new() { OnReason = "*", Action = RetryAction.EXIT }] };

        Assert.True(DefinitionContent.AreEqual(told, DefinitionContent.Of(wanted)));
    }

    [Fact]
    public void The_older_members_say_the_same_as_requirements()
    {
        var told = Told();
        told.ContainerProperties!.ResourceRequirements = null;
        told.ContainerProperties.Vcpus = 1;

        Assert.True(DefinitionContent.AreEqual(told, DefinitionContent.Of(Wanted())));
        told.ContainerProperties.Vcpus = 2;
        Assert.Equal(["containerProperties.resourceRequirements[VCPU]: 2 → 1"], DefinitionContent.Differences(told, DefinitionContent.Of(Wanted())).Select(one => one.ToString()));
    }

    [Fact]
    public void Each_difference_counts()
    {
        Action<ServiceDefinition>[] changes =
        [
            told => told.ContainerProperties!.Image = "other",
            told => told.ContainerProperties!.Command!.Reverse(),
            told => told.ContainerProperties!.Command!.Add(""),
            told => told.ContainerProperties!.Environment![0].Value = "3",
            told => told.ContainerProperties!.Environment!.RemoveAt(0),
            told => told.ContainerProperties!.ResourceRequirements![0].Value = "4",
            told => told.ContainerProperties!.Privileged = true,
            told => told.Parameters!["empty"] = "x",
            told => told.Parameters!.Remove("empty"),
            told => told.RetryStrategy = new() { Attempts = 2 },
            told => told.Timeout = new() { AttemptDurationSeconds = 60 },
            told => told.Tags = new() { ["a"] = "b" },
            told => told.SchedulingPriority = 1,
            told => told.PropagateTags = true,
            told => told.Type = "multinode",
        ];

        Assert.True(DefinitionContent.AreEqual(Told(), DefinitionContent.Of(Wanted())));
        Assert.All(changes, change =>
        {
            var told = Told();
            change(told);
            Assert.False(DefinitionContent.AreEqual(told, DefinitionContent.Of(Wanted())));
        });
    }

    private static ServiceDefinition Told() => DefinitionContent.Of(Wanted());

    private static RegisterJobDefinitionRequest Wanted() => new()
    {
        JobDefinitionName = "d",
        Type = JobDefinitionType.Container,
        Parameters = new() { ["empty"] = "" },
        ContainerProperties = new()
        {
            Image = "i",
            Command = ["run", "Ref::empty"],
            Environment = [new() { Name = "A", Value = "1" }, new() { Name = "B", Value = "2" }],
            ResourceRequirements = [new() { Type = ResourceType.VCPU, Value = "1" }],
        },
    };
}
