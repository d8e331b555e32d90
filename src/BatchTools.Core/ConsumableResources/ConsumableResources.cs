using System.Runtime.CompilerServices;
using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Finds, creates, changes and deletes consumable resources.</summary>
/// <param name="connection">The connection to look in.</param>
/// <param name="reporter">Hears of names that do not exist.</param>
internal sealed class ConsumableResources(BatchConnection connection, IReporter reporter) : DescribedResources<ConsumableResource>(connection, reporter)
{
    /// <inheritdoc/>
    protected override string Kind => "consumable resource";

    /// <inheritdoc/>
    public override IAsyncEnumerable<ConsumableResource> GetAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        names is [var one] && new NamePattern(one).IsPrefix
            ? DescribeAsync(ListAsync(one, cancellationToken), cancellationToken)
            : base.GetAsync(names, cancellationToken);

    /// <summary>Creates a resource.</summary>
    /// <exception cref="BatchException">It is wrong, or exists already.</exception>
    public async Task<ConsumableResource> CreateAsync(CreateConsumableResourceRequest request, CancellationToken cancellationToken)
    {
        var name = ResourceName.Checked(request.ConsumableResourceName);
        await CallAsync("CreateConsumableResource", name, token => Connection.Batch.CreateConsumableResourceAsync(request, token), cancellationToken);
        return await FindAsync(name, cancellationToken);
    }

    /// <summary>Changes how much there is of a resource; a token makes sure that a repeated call does it once.</summary>
    /// <exception cref="BatchException">There is no such resource, or the change is wrong.</exception>
    public async Task<ConsumableResource> UpdateAsync(UpdateConsumableResourceRequest request, CancellationToken cancellationToken)
    {
        request.ClientToken ??= Guid.NewGuid().ToString();
        await CallAsync("UpdateConsumableResource", request.ConsumableResource, token => Connection.Batch.UpdateConsumableResourceAsync(request, token), cancellationToken);
        return await FindAsync(request.ConsumableResource, cancellationToken);
    }

    /// <summary>Deletes a resource.</summary>
    public Task DeleteAsync(ConsumableResource resource, CancellationToken cancellationToken) => CallAsync(
        "DeleteConsumableResource", resource.ConsumableResourceName,
        token => Connection.Batch.DeleteConsumableResourceAsync(new() { ConsumableResource = resource.ConsumableResourceArn }, token), cancellationToken);

    /// <summary>The jobs that hold some of a resource or wait for it, newest first.</summary>
    /// <param name="nameOrArn">The resource.</param>
    /// <param name="statuses">The states of the jobs; none: all that have not ended.</param>
    /// <param name="jobName">The name of the jobs, with a * at its end or without; null: all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="BatchException">There is no such resource.</exception>
    public async IAsyncEnumerable<Job> JobsAsync(
        string nameOrArn, IReadOnlyList<JobStatus> statuses, string? jobName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (_, job) in JobDescriptions.ReadAsync(Connection, HoldersAsync(nameOrArn, statuses, jobName, cancellationToken), cancellationToken))
        {
            if (job is not null)
                yield return job;
        }
    }

    /// <inheritdoc/>
    protected override IAsyncEnumerable<ConsumableResource> DescribeAsync(IReadOnlyList<string>? names, CancellationToken cancellationToken) =>
        DescribeAsync(names?.ToStreamAsync(cancellationToken) ?? ListAsync(null, cancellationToken), cancellationToken);

    private IAsyncEnumerable<ConsumableResource> DescribeAsync(IAsyncEnumerable<string> names, CancellationToken cancellationToken) => names
        .SelectInOrderAsync(AtATime, (name, token) => UnlessMissingAsync(() => DescribeAsync(name, token)), cancellationToken)
        .WherePresentAsync(cancellationToken);

    private async Task<ConsumableResource> DescribeAsync(string name, CancellationToken cancellationToken)
    {
        var request = new DescribeConsumableResourceRequest { ConsumableResource = name };
        return ToConsumableResource(
            await CallAsync("DescribeConsumableResource", name, token => Connection.Batch.DescribeConsumableResourceAsync(request, token), cancellationToken));
    }

    private async IAsyncEnumerable<string> ListAsync(string? prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListConsumableResourcesRequest { Filters = prefix is null ? null : [new() { Name = "CONSUMABLE_RESOURCE_NAME", Values = [prefix] }] };
        do
        {
            var answer = await CallAsync("ListConsumableResources", "consumable resources", token => Connection.Batch.ListConsumableResourcesAsync(request, token), cancellationToken);
            foreach (var resource in answer.ConsumableResources ?? [])
                yield return resource.ConsumableResourceName!;
            request.NextToken = answer.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }

    private async IAsyncEnumerable<JobReference> HoldersAsync(
        string nameOrArn, IReadOnlyList<JobStatus> statuses, string? jobName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListJobsByConsumableResourceRequest { ConsumableResource = nameOrArn, Filters = Filters(statuses, jobName) };
        do
        {
            var answer = await CallAsync("ListJobsByConsumableResource", nameOrArn, token => Connection.Batch.ListJobsByConsumableResourceAsync(request, token), cancellationToken);
            foreach (var job in answer.Jobs ?? [])
                yield return JobReference.To(job.JobArn!, Connection);
            request.NextToken = answer.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }

    private static List<KeyValuesPair>? Filters(IReadOnlyList<JobStatus> statuses, string? jobName)
    {
        List<KeyValuesPair> filters = [];
        if (statuses.Count > 0)
            filters.Add(new() { Name = "JOB_STATUS", Values = [.. statuses.Select(status => $"{status}")] });
        if (jobName is not null)
            filters.Add(new() { Name = "JOB_NAME", Values = [jobName] });
        return filters.Count > 0 ? filters : null;
    }

    private ConsumableResource ToConsumableResource(DescribeConsumableResourceResponse detail) => new()
    {
        ConsumableResourceName = detail.ConsumableResourceName ?? "",
        ConsumableResourceArn = detail.ConsumableResourceArn ?? "",
        ResourceType = OpenEnum.Read<ConsumableResourceType>(detail.ResourceType),
        TotalQuantity = detail.TotalQuantity ?? 0,
        InUseQuantity = detail.InUseQuantity ?? 0,
        AvailableQuantity = detail.AvailableQuantity ?? 0,
        CreatedAt = ServiceTime.ToLocal(detail.CreatedAt),
        Tags = NameValues.ToDictionary(detail.Tags),
        Connection = Connection,
        Raw = ShapeWriter.ToPlainData(detail),
    };
}
