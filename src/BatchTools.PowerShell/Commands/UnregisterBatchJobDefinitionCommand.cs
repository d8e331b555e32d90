using System.Management.Automation;
using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Makes revisions of job definitions inactive.</summary>
/// <remarks>
/// <para>
/// An inactive revision takes no new jobs; those that were submitted with it go on. AWS Batch deletes it after 180 days; until then
/// <c>Get-BatchJobDefinition -IncludeInactive</c> shows it. It can not be made active again, only registered as a new revision.
/// </para>
/// </remarks>
/// <example>
/// <code>Unregister-BatchJobDefinition hello:1</code>
/// <para>Makes one revision inactive.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobDefinition hel* -AllRevisions | Unregister-BatchJobDefinition -WhatIf</code>
/// <para>Tells which revisions would become inactive.</para>
/// </example>
/// <example>
/// <code>Unregister-BatchJobDefinition hello -AllRevisions</code>
/// <para>Makes every active revision of a definition inactive, without a question.</para>
/// </example>
/// <seealso cref="GetBatchJobDefinitionCommand"/>
/// <seealso cref="RegisterBatchJobDefinitionCommand"/>
[Cmdlet(VerbsLifecycle.Unregister, "BatchJobDefinition", SupportsShouldProcess = true)]
[BatchOperation("DeregisterJobDefinition")]
[OutputType(typeof(JobDefinition))]
public sealed class UnregisterBatchJobDefinitionCommand : ConnectedCmdlet<string, JobDefinition>
{
    private bool _yesToAll;
    private bool _noToAll;

    /// <summary>
    /// The revisions, as objects, or by name:revision or ARN. A name alone stands for all of its active revisions, and is asked about
    /// unless -AllRevisions is given.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobDefinitionArn", "JobDefinition", "JobDefinitionName")]
    [SupportsWildcards]
    [NameTransformation("JobDefinition", "JobDefinitionArn", "JobDefinitionName")]
    [ArgumentCompleter(typeof(JobDefinitionNameCompleter))]
    [RequestMember("jobDefinition")]
    public string[] Name { get; set; } = [];

    /// <summary>Takes a name alone for all of its active revisions, without asking.</summary>
    [Parameter]
    [Alias("Force")]
    public SwitchParameter AllRevisions { get; set; }

    /// <summary>Writes the revisions as they are then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name)
            PostToTarget(name);
    }

    private protected override IAsyncEnumerable<JobDefinition> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string> input, IReporter reporter, CancellationToken cancellationToken)
    {
        var definitions = new JobDefinitions(connection, reporter);
        return input
            .SelectManyAsync((name, cancellation) => RevisionsAsync(definitions, name, cancellation), cancellationToken)
            .SelectEachAsync(reporter, definitions.DeregisterAsync, cancellationToken)
            .WhereAsync(_ => PassThru, cancellationToken);
    }

    private async IAsyncEnumerable<JobDefinition> RevisionsAsync(
        JobDefinitions definitions, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = new JobDefinitionFilter { Names = [name], AllRevisions = true };
        var revisions = definitions.GetAsync(filter, cancellationToken);
        if (!AllRevisions && JobDefinitions.HasRevision(name) is false)
            revisions = WantedAsync(name, revisions, cancellationToken);
        await foreach (var revision in revisions)
        {
            if (await ShouldProcessAsync(revision.ToString(), "Unregister the job definition", "", cancellationToken))
                yield return revision;
        }
    }

    // Before anything is done, as the question names all that it is about.
    private async IAsyncEnumerable<JobDefinition> WantedAsync(
        string name, IAsyncEnumerable<JobDefinition> revisions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<JobDefinition> all = [];
        await foreach (var revision in revisions)
            all.Add(revision);
        if (all.Count > 1 && !await AskAsync(() => IsWanted(name, all), cancellationToken))
            yield break;
        foreach (var revision in all)
            yield return revision;
    }

    private bool IsWanted(string name, List<JobDefinition> revisions) =>
        IsWhatIf
        || ShouldContinue(
            $"'{name}' has {revisions.Count} active revisions: {string.Join(", ", revisions.Take(10))}{(revisions.Count > 10 ? ", …" : "")}. Unregister all of them? To choose one, give name:revision.",
            "Which revisions?", ref _yesToAll, ref _noToAll);
}
