using System.Runtime.CompilerServices;
using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Finds, creates and changes service environments.</summary>
/// <param name="connection">The connection to look in.</param>
/// <param name="reporter">Hears of names that do not exist.</param>
internal sealed class ServiceEnvironments(BatchConnection connection, IReporter reporter) : DescribedResources<ServiceEnvironment>(connection, reporter)
{
    /// <inheritdoc/>
    protected override string Kind => "service environment";

    /// <summary>Creates an environment.</summary>
    /// <exception cref="BatchException">It is wrong, or exists already.</exception>
    public async Task<ServiceEnvironment> CreateAsync(CreateServiceEnvironmentRequest request, CancellationToken cancellationToken)
    {
        var name = ResourceName.Checked(request.ServiceEnvironmentName);
        await CallAsync("CreateServiceEnvironment", name, token => Connection.Batch.CreateServiceEnvironmentAsync(request, token), cancellationToken);
        return await FindAsync(name, cancellationToken);
    }

    /// <summary>Changes an environment; what the request does not give stays as it is.</summary>
    /// <exception cref="BatchException">There is no such environment, or the change is wrong.</exception>
    public async Task<ServiceEnvironment> UpdateAsync(UpdateServiceEnvironmentRequest request, CancellationToken cancellationToken)
    {
        await CallAsync("UpdateServiceEnvironment", request.ServiceEnvironment, token => Connection.Batch.UpdateServiceEnvironmentAsync(request, token), cancellationToken);
        return await FindAsync(request.ServiceEnvironment, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<ServiceEnvironment> DescribeAsync(
        IReadOnlyList<string>? names, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new DescribeServiceEnvironmentsRequest { ServiceEnvironments = names?.ToList() };
        do
        {
            var answer = await CallAsync(
                "DescribeServiceEnvironments", names is [var one] ? one : "service environments",
                token => Connection.Batch.DescribeServiceEnvironmentsAsync(request, token), cancellationToken);
            foreach (var environment in answer.ServiceEnvironments ?? [])
                yield return ToServiceEnvironment(environment);
            request.NextToken = answer.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }

    private ServiceEnvironment ToServiceEnvironment(ServiceEnvironmentDetail detail) => new()
    {
        ServiceEnvironmentName = detail.ServiceEnvironmentName ?? "",
        ServiceEnvironmentArn = detail.ServiceEnvironmentArn ?? "",
        Type = detail.ServiceEnvironmentType?.Value ?? "",
        State = OpenEnum.Read<ResourceState>(detail.State?.Value),
        Status = OpenEnum.Read<ResourceStatus>(detail.Status?.Value),
        CapacityLimits = (detail.CapacityLimits ?? []).ToDictionary(limit => limit.CapacityUnit ?? "", limit => limit.MaxCapacity ?? 0),
        Tags = NameValues.ToDictionary(detail.Tags),
        Connection = Connection,
        Raw = ShapeWriter.ToPlainData(detail),
    };
}
