using Amazon.Batch.Model;

namespace BatchTools.WorkloadFiles.Terraform;

/// <summary>Writes the resources of a workload file for Terraform's provider hashicorp/aws, 6.0 or later.</summary>
/// <param name="file">The file.</param>
/// <param name="warn">Hears of what Terraform's provider has no argument for, and of what a definition did not say.</param>
internal sealed class TerraformDocument(WorkloadFile file, Action<string> warn)
{
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _references = new(StringComparer.Ordinal);
    private readonly HclBody _document = new();

    /// <summary>The text of the resources; empty where the file has none.</summary>
    public string Write()
    {
        foreach (var policy in file.SchedulingPolicies)
            Resource("aws_batch_scheduling_policy", "scheduling policy", policy, "name");
        foreach (var environment in file.ComputeEnvironments)
        {
            new EnvironmentCompletion(environment.Request, warn).Complete();
            Resource("aws_batch_compute_environment", EnvironmentSection.Name, environment, "computeEnvironmentName");
        }

        foreach (var queue in file.JobQueues)
            Queue(queue);
        foreach (var definition in file.JobDefinitions)
        {
            new DefinitionCompletion(definition.Request, warn).Complete();
            Resource("aws_batch_job_definition", DefinitionSection.Name, definition, "jobDefinitionName");
        }

        foreach (var consumable in file.ConsumableResources)
            warn(BatchException.Text(nameof(Messages.TerraformLacksResource), consumable.Where, "consumable resource", consumable.Name));
        return _document.Blocks.Count == 0 ? "" : $"# The resources of {OneLine(file.Path)}, for the provider hashicorp/aws 6.0 or later.\n\n{HclWriter.Write(_document)}";
    }

    private void Queue(FileItem<CreateJobQueueRequest> queue)
    {
        var body = Resource("aws_batch_job_queue", QueueSection.Name, queue, "jobQueueName", "state", "priority", "computeEnvironmentOrder", "schedulingPolicyArn", "tags");
        body.Set("state", queue.Request.State?.Value ?? "ENABLED");
        body.Set("priority", (long)(queue.Request.Priority ?? 1));
        if (!string.IsNullOrEmpty(queue.Request.SchedulingPolicyArn))
            body.Set("scheduling_policy_arn", Policy(queue.Request.SchedulingPolicyArn));
        if (queue.Request.Tags is { Count: > 0 } tags)
            body.Set("tags", ShapeWriter.ToPlainValue(tags));
        foreach (var order in queue.Request.ComputeEnvironmentOrder ?? [])
        {
            var block = body.Block("compute_environment_order");
            block.Set("order", (long)(order.Order ?? 1));
            block.Set("compute_environment", Reference("aws_batch_compute_environment", order.ComputeEnvironment ?? ""));
        }
    }

    // Terraform finds policies by their ARNs alone.
    private object Policy(string nameOrArn) =>
        _references.TryGetValue($"aws_batch_scheduling_policy.{nameOrArn}", out var reference) ? new HclExpression(reference) : nameOrArn;

    private HclBody Resource<T>(string type, string kind, FileItem<T> item, string nameMember, params string[] except)
        where T : class
    {
        var label = Label(type, item.Name);
        _references[$"{type}.{item.Name}"] = $"{type}.{label}.arn";
        var body = _document.Block($"resource \"{type}\" \"{label}\"");
        body.Set("name", item.Name);
        new TerraformMembers(way => warn(BatchException.Text(nameof(Messages.TerraformLacksMember), item.Where, way, kind, item.Name)), Reference)
            .Put(body, item.Request, [nameMember, .. except]);
        return body;
    }

    // What the file makes itself is referred to, so that Terraform knows the order; what is there already Terraform looks up by its name.
    private object Reference(string type, string nameOrArn)
    {
        if (ArnName.IsArn(nameOrArn))
            return nameOrArn;
        var key = $"{type}.{nameOrArn}";
        if (!_references.TryGetValue(key, out var reference))
        {
            var label = Label($"data.{type}", nameOrArn);
            _document.Block($"data \"{type}\" \"{label}\"").Set("name", nameOrArn);
            _references[key] = reference = $"data.{type}.{label}.arn";
        }

        return new HclExpression(reference);
    }

    private string Label(string type, string name)
    {
        var label = HclText.Label(name);
        for (var number = 2; !_labels.Add($"{type}.{label}"); number++)
            label = $"{HclText.Label(name)}_{number}";
        return label;
    }

    private static string OneLine(string text) => new([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
}
