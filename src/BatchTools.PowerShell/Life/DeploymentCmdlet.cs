using System.Management.Automation;
using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Life;

/// <summary>A cmdlet that works on all resources that files describe.</summary>
public abstract class DeploymentCmdlet : ChangingCmdlet<WorkloadFile, ResourceChange>
{
    private protected DeploymentCmdlet()
    {
    }

    /// <summary>
    /// The files: JSON with the sections schedulingPolicies, consumableResources, computeEnvironments, jobQueues and jobDefinitions, each
    /// a list of requests in AWS's own shape. Workload files are such files; their jobs are not submitted.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>How long each resource may take: a number of seconds, 15m, 1h, or a TimeSpan. Default: 10 minutes.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Works on one file.</summary>
    private protected abstract IAsyncEnumerable<ResourceChange> ApplyAsync(Deployment deployment, WorkloadFile file, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var file in Path.SelectMany(Files))
        {
            if (Attempt(() => WorkloadFile.Load(file)) is { } loaded)
                PostToTarget(loaded);
        }
    }

    private protected override async IAsyncEnumerable<ResourceChange> RunAsync(
        BatchConnection connection, IAsyncEnumerable<WorkloadFile> input, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new LifeOptions { Limit = Timeout ?? LifeOptions.DefaultLimit, Consent = ConsentAsync };
        var deployment = new Deployment(connection, reporter, options) { TellsAll = await AskAsync(() => IsWhatIf, cancellationToken) };
        await foreach (var file in input.WithCancellation(cancellationToken))
        {
            await using var changes = ApplyAsync(deployment, file, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await changes.NextOrReportAsync(reporter))
                yield return changes.Current;
        }
    }
}
