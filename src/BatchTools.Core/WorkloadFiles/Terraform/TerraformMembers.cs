using System.Collections;
using Amazon.Runtime;

namespace BatchTools.WorkloadFiles.Terraform;

/// <summary>Puts the members of AWS's requests into resources of Terraform's provider for AWS.</summary>
/// <param name="leftOut">Hears of a member, by its way from the outside in, that the provider has no argument for.</param>
/// <param name="lookUp">Gives what stands for the ARN of something, by the provider's type and its name.</param>
internal sealed class TerraformMembers(Action<string> leftOut, Func<string, string, object> lookUp)
{
    // What the provider calls otherwise than AWS's name in its own spelling.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["minvCpus"] = "min_vcpus",
        ["maxvCpus"] = "max_vcpus",
        ["desiredvCpus"] = "desired_vcpus",
        ["instanceTypes"] = "instance_type",
        ["fairsharePolicy"] = "fair_share_policy",
        ["jobStateTimeLimitActions"] = "job_state_time_limit_action",
        ["imagePullSecrets"] = "image_pull_secret",
    };

    private static readonly HashSet<string> Unknown = new(StringComparer.Ordinal)
    {
        "context", "computeResources.scalingPolicy", "computeResources.launchTemplate.overrides", "computeResources.launchTemplate.userdataType",
        "jobQueueType", "serviceEnvironmentOrder", "consumableResourceProperties", "resourceRetentionPolicy", "quotaSharePolicy",
    };

    // AWS takes their names too, the provider takes ARNs alone.
    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["serviceRole"] = "aws_iam_role",
        ["computeResources.instanceRole"] = "aws_iam_instance_profile",
        ["computeResources.spotIamFleetRole"] = "aws_iam_role",
    };

    private static readonly HashSet<string> Json = new(StringComparer.Ordinal) { "containerProperties", "nodeProperties", "ecsProperties" };

    /// <summary>Puts all members of a request, but for some, into a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="request">The request.</param>
    /// <param name="except">The members that the caller writes itself.</param>
    public void Put(HclBody body, object request, params string[] except) => Put(body, request, "", except);

    private void Put(HclBody body, object model, string path, string[] except)
    {
        foreach (var member in ShapeMembers.Of(model.GetType()))
        {
            var way = path.Length == 0 ? member.WireName : $"{path}.{member.WireName}";
            if (except.Contains(way) || member.Property.GetValue(model) is not { } value || value is ICollection { Count: 0 })
                continue;
            if (Unknown.Contains(way))
                leftOut(way);
            else
                Put(body, Names.GetValueOrDefault(member.WireName) ?? HclText.Snake(member.WireName), value, way);
        }
    }

    private void Put(HclBody body, string name, object value, string way)
    {
        if (Roles.TryGetValue(way, out var type) && value is string role && !ArnName.IsArn(role))
            body.Set(name, lookUp(type, role[(role.LastIndexOf('/') + 1)..]));
        else if (Json.Contains(way))
            body.Set(name, new HclJson(ShapeWriter.ToPlainData(value)));
        else if (value is string or ConstantClass or IDictionary or ValueType || (value is IEnumerable list && !list.Cast<object>().Any(IsModel)))
            body.Set(name, ShapeWriter.ToPlainValue(value));
        else if (value is IEnumerable models)
        {
            foreach (var model in models)
                Put(body.Block(name), model!, way, []);
        }
        else
            Put(body.Block(name), value, way, []);
    }

    private static bool IsModel(object value) => value is not (string or ConstantClass or ValueType);
}
