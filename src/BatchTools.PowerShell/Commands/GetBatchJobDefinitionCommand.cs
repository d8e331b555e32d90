using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Gets job definitions: the latest active revision of each, unless more is asked for.</summary>
/// <example>
/// <code>Get-BatchJobDefinition</code>
/// <para>Lists the latest revision of every job definition.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobDefinition hello -AllRevisions -IncludeInactive</code>
/// <para>Lists every revision of one definition, those that were deregistered too.</para>
/// </example>
/// <seealso cref="RegisterBatchJobDefinitionCommand"/>
[Cmdlet(VerbsCommon.Get, "BatchJobDefinition")]
[BatchOperation("DescribeJobDefinitions")]
[OutputType(typeof(JobDefinition))]
public sealed class GetBatchJobDefinitionCommand : ConnectedCmdlet<JobDefinitionFilter, JobDefinition>
{
    /// <summary>The job definitions, by name, pattern, name:revision or ARN. Default: all of them.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobDefinitionName", "JobDefinition")]
    [SupportsWildcards]
    [NameTransformation("JobDefinition", "JobDefinitionArn", "JobDefinitionName")]
    [ArgumentCompleter(typeof(JobDefinitionNameCompleter))]
    [RequestMember("jobDefinitionName")]
    [RequestMember("jobDefinitions")]
    public string[] Name { get; set; } = [];

    /// <summary>Every revision, not only the latest one of each name.</summary>
    [Parameter]
    public SwitchParameter AllRevisions { get; set; }

    /// <summary>Also revisions that were deregistered.</summary>
    [Parameter]
    [RequestMember("status")]
    public SwitchParameter IncludeInactive { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        PostToTarget(new JobDefinitionFilter { Names = Name, AllRevisions = AllRevisions, IncludeInactive = IncludeInactive });

    private protected override IAsyncEnumerable<JobDefinition> RunAsync(
        BatchConnection connection, IAsyncEnumerable<JobDefinitionFilter> input, IReporter reporter, CancellationToken cancellationToken) =>
        input.SelectManyAsync(new JobDefinitions(connection, reporter).GetAsync, cancellationToken);
}
