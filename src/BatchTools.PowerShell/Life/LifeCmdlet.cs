using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Life;

/// <summary>A cmdlet that enables, disables or removes resources, each named by the pipeline.</summary>
/// <typeparam name="T">The resource.</typeparam>
public abstract class LifeCmdlet<T> : ChangingCmdlet<string, T>
    where T : class
{
    private protected LifeCmdlet()
    {
    }

    /// <summary>Waits until the change is complete, and not only until AWS Batch took it.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long all steps for one resource may take together: a number of seconds, 15m, 1h, or a TimeSpan. Default: 10 minutes.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>The names that the record at hand brings.</summary>
    private protected abstract IEnumerable<string> Names { get; }

    /// <summary>How the resources are changed.</summary>
    private protected LifeOptions Options => new() { Wait = Wait, Limit = Timeout ?? LifeOptions.DefaultLimit, Consent = ConsentAsync };

    /// <summary>What can be done to the resources.</summary>
    private protected abstract IResourceLife<T> Life(BatchConnection connection, IReporter reporter);

    /// <summary>Does it to one of them.</summary>
    private protected abstract Task<T?> ChangeAsync(IResourceLife<T> life, string name, CancellationToken cancellationToken);

    /// <summary>Whether the changed resources are written.</summary>
    private protected abstract bool Writes { get; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Names)
            PostToTarget(name);
    }

    private protected override IAsyncEnumerable<T> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string> input, IReporter reporter, CancellationToken cancellationToken)
    {
        var life = Life(connection, reporter);
        return input
            .SelectManyAsync(life.NamesAsync, cancellationToken)
            .SelectEachAsync(reporter, (name, cancellation) => ChangeAsync(life, name, cancellation), cancellationToken)
            .WhereAsync(changed => changed is not null && Writes, cancellationToken)!;
    }
}
