using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>The job definitions of a file; one that differs from its latest active revision gets the next one.</summary>
internal sealed class DefinitionSection(BatchConnection connection, IReporter reporter)
    : ResourceSection<RegisterJobDefinitionRequest, JobDefinition>(connection, Name)
{
    /// <summary>What such a resource is called.</summary>
    public const string Name = "job definition";

    private readonly JobDefinitions _definitions = new(connection, reporter);

    /// <inheritdoc/>
    protected override void Complete(RegisterJobDefinitionRequest request) => new DefinitionCompletion(request, reporter.Warning).Complete();

    /// <inheritdoc/>
    protected override Task<JobDefinition?> FindAsync(string name, CancellationToken cancellationToken) => _definitions.FindAsync(name, cancellationToken);

    /// <inheritdoc/>
    protected override IReadOnlyList<Difference> Differences(JobDefinition existing, RegisterJobDefinitionRequest request) =>
        DefinitionContent.Differences(existing.Source, DefinitionContent.Of(request));

    /// <inheritdoc/>
    protected override bool IsFixed(JobDefinition existing, Difference difference) => false;

    /// <inheritdoc/>
    protected override Task CreateAsync(RegisterJobDefinitionRequest request, CancellationToken cancellationToken) =>
        _definitions.RegisterAsync(request, always: false, cancellationToken);

    /// <inheritdoc/>
    protected override Task ChangeAsync(
        JobDefinition existing, RegisterJobDefinitionRequest request, IReadOnlyList<Difference> differences, CancellationToken cancellationToken) =>
        CreateAsync(request, cancellationToken);

    /// <inheritdoc/>
    protected override async Task RemoveAsync(JobDefinition existing, CancellationToken cancellationToken)
    {
        var revisions = new JobDefinitionFilter { Names = [existing.JobDefinitionName], AllRevisions = true };
        await foreach (var revision in _definitions.GetAsync(revisions, cancellationToken))
            await _definitions.DeregisterAsync(revision, cancellationToken);
    }
}
