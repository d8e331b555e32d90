using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Life;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Deletes scheduling policies that no queue uses.</summary>
/// <example>
/// <code>Remove-BatchSchedulingPolicy teams</code>
/// <para>Deletes a policy, after a question.</para>
/// </example>
/// <example>
/// <code>Get-BatchSchedulingPolicy test-* | Remove-BatchSchedulingPolicy -Force</code>
/// <para>Deletes the policies whose names begin with test-, without a question.</para>
/// </example>
/// <seealso cref="GetBatchSchedulingPolicyCommand"/>
/// <seealso cref="NewBatchSchedulingPolicyCommand"/>
[Cmdlet(VerbsCommon.Remove, "BatchSchedulingPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[BatchOperation("DeleteSchedulingPolicy")]
[OutputType(typeof(SchedulingPolicy))]
public sealed class RemoveBatchSchedulingPolicyCommand : RemovalCmdlet<SchedulingPolicy>
{
    /// <summary>The scheduling policies, as objects, or by name, pattern or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SchedulingPolicyName", "SchedulingPolicyArn", "SchedulingPolicy")]
    [SupportsWildcards]
    [NameTransformation("SchedulingPolicyArn", "SchedulingPolicyName", "SchedulingPolicy")]
    [ArgumentCompleter(typeof(SchedulingPolicyNameCompleter))]
    [RequestMember("arn")]
    public string[] Name { get; set; } = [];

    private protected override string Action => "Delete the scheduling policy";

    private protected override IEnumerable<string> Names => Name;

    private protected override IAsyncEnumerable<SchedulingPolicy> FindAsync(
        BatchConnection connection, string name, IReporter reporter, CancellationToken cancellationToken) =>
        new SchedulingPolicies(connection, reporter).GetAsync([name], cancellationToken);

    private protected override Task DeleteAsync(BatchConnection connection, SchedulingPolicy resource, IReporter reporter, CancellationToken cancellationToken) =>
        new SchedulingPolicies(connection, reporter).DeleteAsync(resource, cancellationToken);
}
