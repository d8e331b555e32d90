using System.Runtime.CompilerServices;
using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Finds and registers job definitions.</summary>
/// <param name="connection">The connection to look in.</param>
/// <param name="reporter">Hears of names that do not exist.</param>
public sealed class JobDefinitions(BatchConnection connection, IReporter reporter)
{
    /// <summary>Finds revisions of job definitions.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The latest revision of each name, or all. A name without wildcards that does not exist is reported.</returns>
    public async IAsyncEnumerable<JobDefinition> GetAsync(
        JobDefinitionFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var status = filter.IncludeInactive ? null : "ACTIVE";
        foreach (var name in filter.Names.DefaultIfEmpty("*").Distinct(StringComparer.Ordinal))
        {
            var pattern = new NamePattern(name);
            var revisions = pattern.HasWildcards ? AllAsync(pattern, status, cancellationToken)
                : HasRevision(name) ? RevisionAsync(name, cancellationToken)
                : DescribeAsync(new DescribeJobDefinitionsRequest { JobDefinitionName = ArnName.Of(name), Status = status }, cancellationToken);
            var found = false;
            await foreach (var definition in filter.AllRevisions ? revisions : LatestAsync(revisions, cancellationToken))
            {
                found = true;
                yield return definition;
            }

            if (!found && !pattern.HasWildcards)
                reporter.Error(NotFound(name, KnownNames.Check));
        }
    }

    /// <summary>
    /// Registers a job definition, its first revision or the next one, from a request in AWS's shape; if the latest active revision
    /// says the same, that one serves.
    /// </summary>
    /// <param name="request">The definition.</param>
    /// <param name="always">Whether to register a revision even if the latest one says the same.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="BatchException">The definition is wrong.</exception>
    internal async Task<JobDefinition> RegisterAsync(RegisterJobDefinitionRequest request, bool always, CancellationToken cancellationToken)
    {
        var name = ResourceName.Checked(request.JobDefinitionName);
        new DefinitionCompletion(request, reporter.Warning).Complete();
        if (!always && await FindAsync(name, cancellationToken) is { Source: { } source } latest && DefinitionContent.AreEqual(source, DefinitionContent.Of(request)))
        {
            reporter.Verbose($"The job definition '{latest}' says the same and is used.");
            return latest;
        }

        var response = await new ServiceCall(connection, "batch:RegisterJobDefinition", name)
            .InvokeAsync(token => connection.Batch.RegisterJobDefinitionAsync(request, token), cancellationToken);
        return await FindAsync($"{name}:{response.Revision}", cancellationToken)
            ?? JobDefinitionMapping.ToJobDefinition(request, response, connection);
    }

    /// <summary>What a request says otherwise than the latest active revision of its name; null if there is none yet.</summary>
    internal async Task<IReadOnlyList<Difference>?> CompareAsync(RegisterJobDefinitionRequest request, CancellationToken cancellationToken) =>
        await FindAsync(ResourceName.Checked(request.JobDefinitionName), cancellationToken) is { } latest
            ? DefinitionContent.Differences(latest.Source, DefinitionContent.Of(request))
            : null;

    /// <summary>Makes a revision inactive: it takes no new jobs, and those that have it go on.</summary>
    /// <param name="definition">The revision.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The revision as it is then.</returns>
    internal async Task<JobDefinition> DeregisterAsync(JobDefinition definition, CancellationToken cancellationToken)
    {
        await new ServiceCall(connection, "batch:DeregisterJobDefinition", definition.ToString())
            .InvokeAsync(token => connection.Batch.DeregisterJobDefinitionAsync(new() { JobDefinition = definition.JobDefinitionArn }, token), cancellationToken);
        return await FindAsync(definition.JobDefinitionArn, cancellationToken) ?? definition;
    }

    /// <summary>The revision that SubmitJob would take for a name, name:revision or ARN; null if there is none.</summary>
    internal async Task<JobDefinition?> FindAsync(string nameOrArn, CancellationToken cancellationToken)
    {
        JobDefinition? latest = null;
        var revisions = HasRevision(nameOrArn)
            ? RevisionAsync(nameOrArn, cancellationToken)
            : DescribeAsync(new DescribeJobDefinitionsRequest { JobDefinitionName = ArnName.Of(nameOrArn), Status = "ACTIVE" }, cancellationToken);
        await foreach (var definition in revisions)
            latest = latest is null || definition.Revision > latest.Revision ? definition : latest;
        return latest;
    }

    /// <summary>The error for a definition that does not exist, naming those that do.</summary>
    internal async Task<BatchException> NotFoundAsync(string name, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var definition in DescribeAsync(new DescribeJobDefinitionsRequest { Status = "ACTIVE" }, cancellationToken))
            known.Add(definition.JobDefinitionName);
        return NotFound(name, KnownNames.Hint("active job definitions", name, [.. known]));
    }

    private BatchException NotFound(string name, string hint) => BatchException.For(
        nameof(Messages.JobDefinitionNotFound), ErrorKind.NotFound, name, name, connection.Name, hint);

    internal static bool HasRevision(string name) => ArnName.Of(name) != ArnName.WithoutRevision(name);

    private IAsyncEnumerable<JobDefinition> RevisionAsync(string name, CancellationToken cancellationToken) =>
        DescribeAsync(new DescribeJobDefinitionsRequest { JobDefinitions = [name] }, cancellationToken);

    private IAsyncEnumerable<JobDefinition> AllAsync(NamePattern pattern, string? status, CancellationToken cancellationToken) =>
        DescribeAsync(new DescribeJobDefinitionsRequest { Status = status }, cancellationToken)
            .WhereAsync(one => pattern.Matches(one.JobDefinitionName) || pattern.Matches(one.ToString()), cancellationToken);

    private static async IAsyncEnumerable<JobDefinition> LatestAsync(
        IAsyncEnumerable<JobDefinition> revisions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var latest = new Dictionary<string, JobDefinition>(StringComparer.Ordinal);
        await foreach (var definition in revisions.WithCancellation(cancellationToken))
        {
            if (!latest.TryGetValue(definition.JobDefinitionName, out var other) || definition.Revision > other.Revision)
                latest[definition.JobDefinitionName] = definition;
        }

        foreach (var definition in latest.Values)
            yield return definition;
    }

    private async IAsyncEnumerable<JobDefinition> DescribeAsync(
        DescribeJobDefinitionsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var target = request.JobDefinitionName ?? request.JobDefinitions?.FirstOrDefault() ?? "job definitions";
        do
        {
            var response = await new ServiceCall(connection, "batch:DescribeJobDefinitions", target)
                .InvokeAsync(token => connection.Batch.DescribeJobDefinitionsAsync(request, token), cancellationToken);
            foreach (var definition in response.JobDefinitions ?? [])
                yield return JobDefinitionMapping.ToJobDefinition(definition, connection);
            request.NextToken = response.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }
}
