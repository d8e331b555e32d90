using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Gets compute environments.</summary>
/// <example>
/// <code>Get-BatchComputeEnvironment</code>
/// <para>Lists every compute environment with its state and its vCPUs.</para>
/// </example>
/// <example>
/// <code>(Get-BatchComputeEnvironment local).Raw.computeResources</code>
/// <para>Shows what AWS tells of the environment's capacity, in AWS's own words.</para>
/// </example>
/// <seealso cref="NewBatchComputeEnvironmentCommand"/>
/// <seealso cref="GetBatchJobQueueCommand"/>
[Cmdlet(VerbsCommon.Get, "BatchComputeEnvironment")]
[BatchOperation("DescribeComputeEnvironments")]
[OutputType(typeof(ComputeEnvironment))]
public sealed class GetBatchComputeEnvironmentCommand : ConnectedCmdlet<string[], ComputeEnvironment>
{
    /// <summary>The compute environments, by name, pattern or ARN; a piped queue stands for its environments. Default: all of them.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ComputeEnvironmentName", "ComputeEnvironments")]
    [SupportsWildcards]
    [NameTransformation("ComputeEnvironmentName", "ComputeEnvironments")]
    [ArgumentCompleter(typeof(ComputeEnvironmentNameCompleter))]
    [RequestMember("computeEnvironments")]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => PostToTarget(Name);

    private protected override IAsyncEnumerable<ComputeEnvironment> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string[]> input, IReporter reporter, CancellationToken cancellationToken) =>
        input.SelectManyAsync(new ComputeEnvironments(connection, reporter).GetAsync, cancellationToken);
}
