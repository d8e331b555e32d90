using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Gets service environments, in which another service of AWS runs jobs.</summary>
/// <example>
/// <code>Get-BatchServiceEnvironment</code>
/// <para>Lists every service environment with its limits.</para>
/// </example>
/// <example>
/// <code>Get-BatchServiceEnvironment train* | Set-BatchServiceEnvironment -State DISABLED</code>
/// <para>Disables those whose names begin with train.</para>
/// </example>
/// <seealso cref="NewBatchServiceEnvironmentCommand"/>
/// <seealso cref="SetBatchServiceEnvironmentCommand"/>
/// <seealso cref="RemoveBatchServiceEnvironmentCommand"/>
[Cmdlet(VerbsCommon.Get, "BatchServiceEnvironment")]
[BatchOperation("DescribeServiceEnvironments")]
[OutputType(typeof(ServiceEnvironment))]
public sealed class GetBatchServiceEnvironmentCommand : ConnectedCmdlet<string[], ServiceEnvironment>
{
    /// <summary>The service environments, by name, pattern or ARN. Default: all of them.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ServiceEnvironmentName", "ServiceEnvironment")]
    [SupportsWildcards]
    [NameTransformation("ServiceEnvironmentName", "ServiceEnvironment")]
    [ArgumentCompleter(typeof(ServiceEnvironmentNameCompleter))]
    [RequestMember("serviceEnvironments")]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => PostToTarget(Name);

    private protected override IAsyncEnumerable<ServiceEnvironment> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string[]> input, IReporter reporter, CancellationToken cancellationToken) =>
        input.SelectManyAsync(new ServiceEnvironments(connection, reporter).GetAsync, cancellationToken);
}
