using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Gets consumable resources, of which jobs take some while they run, or the jobs that do.</summary>
/// <example>
/// <code>Get-BatchConsumableResource</code>
/// <para>Lists every resource with what there is of it and what is in use.</para>
/// </example>
/// <example>
/// <code>Get-BatchConsumableResource licences -Job -Status RUNNING</code>
/// <para>Gets the running jobs that hold licences.</para>
/// </example>
/// <seealso cref="NewBatchConsumableResourceCommand"/>
/// <seealso cref="SetBatchConsumableResourceCommand"/>
/// <seealso cref="RemoveBatchConsumableResourceCommand"/>
[Cmdlet(VerbsCommon.Get, "BatchConsumableResource", DefaultParameterSetName = ResourceSet)]
[BatchOperation("DescribeConsumableResource")]
[BatchOperation("ListConsumableResources")]
[BatchOperation("ListJobsByConsumableResource")]
[OutputType(typeof(ConsumableResource), ParameterSetName = [ResourceSet])]
[OutputType(typeof(Job), ParameterSetName = [JobSet])]
public sealed class GetBatchConsumableResourceCommand : ConnectedCmdlet<string[], object>
{
    private const string ResourceSet = "Resource";
    private const string JobSet = "Job";

    /// <summary>The consumable resources, by name, pattern or ARN. Default: all of them.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ConsumableResourceName", "ConsumableResource")]
    [SupportsWildcards]
    [NameTransformation("ConsumableResourceName", "ConsumableResource")]
    [ArgumentCompleter(typeof(ConsumableResourceNameCompleter))]
    [RequestMember("consumableResource")]
    [RequestMember("filters")]
    public string[] Name { get; set; } = [];

    /// <summary>Gets the jobs that hold some of the resources or wait for it, in place of the resources.</summary>
    [Parameter(Mandatory = true, ParameterSetName = JobSet)]
    public SwitchParameter Job { get; set; }

    /// <summary>The states of the jobs. Default: all that have not ended.</summary>
    [Parameter(ParameterSetName = JobSet)]
    [RequestMember("filters")]
    [ValidateRange(JobStatus.SUBMITTED, JobStatus.FAILED)]
    public JobStatus[] Status { get; set; } = [];

    /// <summary>The name of the jobs; a * at its end stands for anything. Default: any.</summary>
    [Parameter(ParameterSetName = JobSet)]
    [SupportsWildcards]
    [RequestMember("filters")]
    public string? JobName { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => PostToTarget(Name);

    private protected override IAsyncEnumerable<object> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string[]> input, IReporter reporter, CancellationToken cancellationToken)
    {
        var resources = new ConsumableResources(connection, reporter);
        var found = input.SelectManyAsync(resources.GetAsync, cancellationToken);
        return Job
            ? found.SelectManyAsync((one, cancellation) => resources.JobsAsync(one.ConsumableResourceName, Status, JobName, cancellation), cancellationToken)
            : found;
    }
}
