using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Life;

/// <summary>A cmdlet that enables, disables or removes compute environments.</summary>
public abstract class ComputeEnvironmentLifeCmdlet : LifeCmdlet<ComputeEnvironment>
{
    private protected ComputeEnvironmentLifeCmdlet()
    {
    }

    /// <summary>The compute environments, as objects, or by name, pattern or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ComputeEnvironmentName", "ComputeEnvironmentArn", "ComputeEnvironment")]
    [SupportsWildcards]
    [NameTransformation("ComputeEnvironmentName", "ComputeEnvironment")]
    [ArgumentCompleter(typeof(ComputeEnvironmentNameCompleter))]
    [RequestMember("computeEnvironment")]
    public string[] Name { get; set; } = [];

    private protected override IEnumerable<string> Names => Name;

    private protected override IResourceLife<ComputeEnvironment> Life(BatchConnection connection, IReporter reporter) =>
        new ComputeEnvironmentLife(connection, reporter, Options);
}
