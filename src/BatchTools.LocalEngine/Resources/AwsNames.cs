namespace BatchTools.LocalEngine.Resources;

/// <summary>Makes and reads the ARNs of one account and Region.</summary>
internal sealed class AwsNames(string region, string account)
{
    private readonly string _batch = $"arn:aws:batch:{region}:{account}:";

    public string Environment(string name) => $"{_batch}compute-environment/{name}";

    public string Queue(string name) => $"{_batch}job-queue/{name}";

    public string Definition(string name, int revision) => $"{_batch}job-definition/{name}:{revision}";

    public string SchedulingPolicy(string name) => $"{_batch}scheduling-policy/{name}";

    public string ConsumableResource(string name) => $"{_batch}consumable-resource/{name}";

    public string ServiceEnvironment(string name) => $"{_batch}service-environment/{name}";

    public string QuotaShare(string queueName, string name) => $"{_batch}quota-share/{queueName}/{name}";

    public string Job(string id) => $"{_batch}job/{id}";

    public string Cluster(string clusterName) => $"arn:aws:ecs:{region}:{account}:cluster/{clusterName}";

    public string Task(string clusterName, Guid taskId) => $"arn:aws:ecs:{region}:{account}:task/{clusterName}/{taskId:N}";

    public string ContainerInstance(string clusterName, string hostId) => $"arn:aws:ecs:{region}:{account}:container-instance/{clusterName}/{hostId}";

    public string LogGroup(string name) => $"arn:aws:logs:{region}:{account}:log-group:{name}";

    public string LogStream(string group, string stream) => $"{LogGroup(group)}:log-stream:{stream}";

    /// <summary>The name within an ARN of a kind of resource; a text that is no ARN is a name already.</summary>
    /// <param name="nameOrArn">What the caller gave.</param>
    /// <param name="kind">Such as <c>job-queue</c>.</param>
    /// <returns>Null for an ARN of another kind, account or Region.</returns>
    public string? NameOf(string nameOrArn, string kind)
    {
        if (!nameOrArn.StartsWith("arn:", StringComparison.Ordinal))
            return nameOrArn;
        var prefix = $"{_batch}{kind}/";
        return nameOrArn.StartsWith(prefix, StringComparison.Ordinal) ? nameOrArn[prefix.Length..] : null;
    }
}
