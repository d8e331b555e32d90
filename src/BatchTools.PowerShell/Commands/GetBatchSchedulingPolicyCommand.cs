using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Gets scheduling policies, by which queues share their capacity.</summary>
/// <example>
/// <code>Get-BatchSchedulingPolicy</code>
/// <para>Lists every scheduling policy with its shares.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobQueue | Where-Object SchedulingPolicyArn | Get-BatchSchedulingPolicy</code>
/// <para>Gets the policies of the queues that have one.</para>
/// </example>
/// <seealso cref="NewBatchSchedulingPolicyCommand"/>
/// <seealso cref="SetBatchSchedulingPolicyCommand"/>
/// <seealso cref="RemoveBatchSchedulingPolicyCommand"/>
[Cmdlet(VerbsCommon.Get, "BatchSchedulingPolicy")]
[BatchOperation("DescribeSchedulingPolicies")]
[BatchOperation("ListSchedulingPolicies")]
[OutputType(typeof(SchedulingPolicy))]
public sealed class GetBatchSchedulingPolicyCommand : ConnectedCmdlet<string[], SchedulingPolicy>
{
    /// <summary>The scheduling policies, by name, pattern or ARN. Default: all of them.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SchedulingPolicyName", "SchedulingPolicy")]
    [SupportsWildcards]
    [NameTransformation("SchedulingPolicyArn", "SchedulingPolicyName", "SchedulingPolicy")]
    [ArgumentCompleter(typeof(SchedulingPolicyNameCompleter))]
    [RequestMember("arns")]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => PostToTarget(Name);

    private protected override IAsyncEnumerable<SchedulingPolicy> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string[]> input, IReporter reporter, CancellationToken cancellationToken) =>
        input.SelectManyAsync(new SchedulingPolicies(connection, reporter).GetAsync, cancellationToken);
}
