using System.Runtime.CompilerServices;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Finds, creates and changes compute environments.</summary>
/// <param name="connection">The connection to look in.</param>
/// <param name="reporter">Hears of names that do not exist.</param>
public sealed class ComputeEnvironments(BatchConnection connection, IReporter reporter)
{
    /// <summary>Finds compute environments.</summary>
    /// <param name="names">Names (with * and ?) or ARNs. Empty: all environments.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The environments. A name without wildcards that does not exist is reported.</returns>
    public IAsyncEnumerable<ComputeEnvironment> GetAsync(IReadOnlyList<string> names, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new NamedResources<ComputeEnvironment>(
            DescribeAsync, one => one.ComputeEnvironmentName, one => one.ComputeEnvironmentArn, NotFound, reporter).GetAsync(names, cancellationToken);
    }

    /// <summary>Creates a compute environment from a request in AWS's shape.</summary>
    /// <param name="request">The environment.</param>
    /// <param name="options">Whether to wait until it is ready for jobs, and how long.</param>
    /// <param name="cancellationToken">Ends the waiting; the environment is created all the same.</param>
    /// <returns>The environment.</returns>
    /// <exception cref="BatchException">The settings are wrong, the environment exists already, or it became INVALID.</exception>
    internal async Task<ComputeEnvironment> CreateAsync(CreateComputeEnvironmentRequest request, LifeOptions options, CancellationToken cancellationToken)
    {
        var name = ResourceName.Checked(request.ComputeEnvironmentName);
        new EnvironmentCompletion(request, reporter.Warning).Complete();
        await new ServiceCall(connection, "batch:CreateComputeEnvironment", name)
            .InvokeAsync(token => connection.Batch.CreateComputeEnvironmentAsync(request, token), cancellationToken);
        return await new ResourceSteps(connection, name, options.Limit).CreatedAsync(token => FindAsync(name, token), options.Wait, cancellationToken);
    }

    /// <summary>Changes an environment as a request in AWS's shape says; where it is so already, nothing is called.</summary>
    /// <param name="request">The changes; what it does not give stays as it is.</param>
    /// <param name="options">Whether to wait until it is ready again, and how long.</param>
    /// <param name="cancellationToken">Ends the waiting; the change is made all the same.</param>
    /// <returns>The environment as it is then.</returns>
    /// <exception cref="BatchException">There is none of that name, the settings are wrong, it became INVALID, or the time was up.</exception>
    internal async Task<ComputeEnvironment> UpdateAsync(UpdateComputeEnvironmentRequest request, LifeOptions options, CancellationToken cancellationToken)
    {
        var environment = await ExistingAsync(request.ComputeEnvironment, cancellationToken);
        if (EnvironmentContent.Differences(environment, request).Count == 0)
        {
            reporter.Verbose($"The compute environment '{environment}' is so already; nothing is changed.");
            return environment;
        }

        var name = environment.ComputeEnvironmentName;
        var steps = new ResourceSteps(connection, name, options.Limit);
        await steps.CallAsync(
            new ServiceCall(connection, "batch:UpdateComputeEnvironment", name), token => connection.Batch.UpdateComputeEnvironmentAsync(request, token), cancellationToken);
        return options.Wait
            ? await steps.UntilValidAsync(token => FindAsync(name, token), static _ => true, cancellationToken)
            : await FindAsync(name, cancellationToken) ?? environment;
    }

    /// <summary>What an update would change: member, old and new value.</summary>
    /// <exception cref="BatchException">There is none of that name.</exception>
    internal async Task<IReadOnlyList<Difference>> CompareAsync(UpdateComputeEnvironmentRequest request, CancellationToken cancellationToken) =>
        EnvironmentContent.Differences(await ExistingAsync(request.ComputeEnvironment, cancellationToken), request);

    /// <summary>The environment of that name or ARN; null if there is none.</summary>
    internal async Task<ComputeEnvironment?> FindAsync(string nameOrArn, CancellationToken cancellationToken)
    {
        await foreach (var environment in DescribeAsync([nameOrArn], cancellationToken))
            return environment;
        return null;
    }

    private async Task<ComputeEnvironment> ExistingAsync(string? name, CancellationToken cancellationToken) =>
        await FindAsync(name ?? "", cancellationToken) ?? throw NotFound(name ?? "");

    /// <summary>The error for a name of nothing.</summary>
    internal BatchException NotFound(string name) => BatchException.For(
        nameof(Messages.ComputeEnvironmentNotFound), ErrorKind.NotFound, name, name, connection.Name, KnownNames.Check);

    private async IAsyncEnumerable<ComputeEnvironment> DescribeAsync(
        IReadOnlyList<string>? names, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new DescribeComputeEnvironmentsRequest { ComputeEnvironments = names?.ToList() };
        do
        {
            var response = await new ServiceCall(connection, "batch:DescribeComputeEnvironments", names is [var one] ? one : "compute environments")
                .InvokeAsync(token => connection.Batch.DescribeComputeEnvironmentsAsync(request, token), cancellationToken);
            foreach (var environment in response.ComputeEnvironments ?? [])
                yield return ComputeEnvironmentMapping.ToComputeEnvironment(environment, connection);
            request.NextToken = response.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }
}
