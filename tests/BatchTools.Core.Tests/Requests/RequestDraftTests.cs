using Amazon.Batch.Model;
using BatchTools.Requests;
using BatchTools.WorkloadFiles;

namespace BatchTools.Tests.Requests;

public sealed class RequestDraftTests
{
    private readonly List<string> _warnings = [];

    [Fact]
    public void A_value_goes_to_its_place_however_deep()
    {
        var draft = RequestDraft.Empty(typeof(CreateComputeEnvironmentRequest));
        draft.Put("computeEnvironmentName", "lab");
        draft.Put("computeResources.minvCpus", 2);
        draft.Put("computeResources.maxvCpus", 16L);

        var request = (CreateComputeEnvironmentRequest)draft.Bind(checkRequired: false, _warnings.Add);

        Assert.Equal(("lab", 2, 16), (request.ComputeEnvironmentName, request.ComputeResources!.MinvCpus, request.ComputeResources.MaxvCpus));
    }

    [Fact]
    public void A_flat_value_goes_over_the_structure_and_a_default_under_it()
    {
        var draft = RequestDraft.Empty(typeof(CreateComputeEnvironmentRequest));
        draft.Put("computeResources", new Dictionary<string, object?> { ["MINVCPUS"] = 1, ["maxvCpus"] = 4, ["type"] = "spot" });
        draft.Put("computeResources.minvCpus", 2);
        draft.PutDefault("computeResources.maxvCpus", 100);
        draft.PutDefault("state", "ENABLED");

        var request = (CreateComputeEnvironmentRequest)draft.Bind(checkRequired: false, _warnings.Add);

        Assert.Equal((2, 4, "SPOT", "ENABLED"), (
            request.ComputeResources!.MinvCpus, request.ComputeResources.MaxvCpus, request.ComputeResources.Type!.Value, request.State!.Value));
    }

    [Fact]
    public void An_entry_of_a_list_of_pairs_is_set_by_its_key_and_leaves_the_others()
    {
        var draft = RequestDraft.OfText(typeof(RegisterJobDefinitionRequest),
            """{ "type": "container", "containerProperties": { "resourceRequirements": [ { "type": "GPU", "value": "1" }, { "type": "MEMORY", "value": "64" } ] } }""", "input");
        draft.Put("containerProperties.resourceRequirements[MEMORY]", 4096);

        var list = ((RegisterJobDefinitionRequest)draft.Bind(checkRequired: false, _warnings.Add)).ContainerProperties!.ResourceRequirements!;

        Assert.Equal([("GPU", "1"), ("MEMORY", "4096")], list.Select(one => (one.Type!.Value, one.Value)));
    }

    [Fact]
    public void A_map_becomes_the_list_of_pairs_that_AWS_wants_and_names_get_an_order()
    {
        var definition = RequestDraft.Empty(typeof(RegisterJobDefinitionRequest));
        definition.Put("containerProperties.environment", new Dictionary<string, object?> { ["A"] = 1, ["B"] = null });
        definition.Put("containerProperties.secrets", new Dictionary<string, object?> { ["name"] = "KEY", ["valueFrom"] = "arn" });
        definition.Put("tags", new Dictionary<string, object?> { ["Team"] = null });
        definition.Put("timeout.attemptDurationSeconds", TimeSpan.FromMinutes(2));
        var queue = RequestDraft.Empty(typeof(CreateJobQueueRequest));
        queue.Put("computeEnvironmentOrder", new object[] { "spot", "demand" });

        var request = (RegisterJobDefinitionRequest)definition.Bind(checkRequired: false, _warnings.Add);

        Assert.Equal([("A", "1"), ("B", "")], request.ContainerProperties!.Environment!.Select(one => (one.Name, one.Value)));
        Assert.Equal(("KEY", "arn"), request.ContainerProperties.Secrets!.Select(one => (one.Name, one.ValueFrom)).Single());
        Assert.Equal("", request.Tags!["Team"]);
        Assert.Equal(120, request.Timeout!.AttemptDurationSeconds);
        Assert.Equal([(1, "spot"), (2, "demand")], ((CreateJobQueueRequest)queue.Bind(false, _warnings.Add)).ComputeEnvironmentOrder!.Select(one => (one.Order!.Value, one.ComputeEnvironment)));
    }

    [Fact]
    public void A_structure_may_be_JSON_text_whose_errors_have_their_place()
    {
        var draft = RequestDraft.Empty(typeof(RegisterJobDefinitionRequest));
        draft.Put("retryStrategy", """{ "attempts": 3 }""");
        Assert.Equal(3, ((RegisterJobDefinitionRequest)draft.Bind(checkRequired: false, _warnings.Add)).RetryStrategy!.Attempts);

        draft.Put("retryStrategy", """{ "attemps": 3 }""");
        var error = Assert.Throws<BatchException>(() => draft.Bind(checkRequired: false, _warnings.Add));
        Assert.Contains("retryStrategy(1,3)", error.Message, StringComparison.Ordinal);
        Assert.Contains("'attempts'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_member_of_plain_data_is_told_by_its_way_and_the_nearest_name()
    {
        var draft = RequestDraft.Empty(typeof(CreateComputeEnvironmentRequest));
        draft.Put("computeResources", new Dictionary<string, object?> { ["minvCpu"] = 1 });

        var error = Assert.Throws<BatchException>(() => draft.Bind(checkRequired: false, _warnings.Add));

        Assert.StartsWith("computeResources.minvCpu: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("'minvCpus'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_description_gives_what_the_request_takes()
    {
        var described = ShapeWriter.ToPlainData(new ComputeEnvironmentDetail
        {
            ComputeEnvironmentName = "lab",
            ComputeEnvironmentArn = "arn",
            Status = "VALID",
            ComputeResources = new ComputeResource { MinvCpus = 1, MaxvCpus = 8, InstanceTypes = ["optimal"], SecurityGroupIds = [] },
            Tags = new() { ["Team"] = "md" },
        });

        var request = (CreateComputeEnvironmentRequest)RequestDraft.OfDescription(typeof(CreateComputeEnvironmentRequest), described).Bind(checkRequired: false, _warnings.Add);
        var update = (UpdateComputeEnvironmentRequest)RequestDraft.OfDescription(typeof(UpdateComputeEnvironmentRequest), described).Bind(checkRequired: false, _warnings.Add);

        Assert.Equal(("lab", 8, "md"), (request.ComputeEnvironmentName, request.ComputeResources!.MaxvCpus, request.Tags!["Team"]));
        Assert.Null(request.ComputeResources.SecurityGroupIds);
        Assert.Equal((8, "optimal"), (update.ComputeResources!.MaxvCpus, Assert.Single(update.ComputeResources.InstanceTypes!)));
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_a_fault_of_ours() =>
        Assert.Throws<ArgumentException>(() => MemberPath.Parse(typeof(CreateJobQueueRequest), "computeResources.minvCpus"));
}
