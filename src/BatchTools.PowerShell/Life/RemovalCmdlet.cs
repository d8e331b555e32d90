using System.Management.Automation;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Life;

/// <summary>A cmdlet that deletes what nothing has to be done to before.</summary>
/// <typeparam name="T">What is deleted.</typeparam>
public abstract class RemovalCmdlet<T> : ChangingCmdlet<string, T>
    where T : class
{
    private protected RemovalCmdlet()
    {
    }

    /// <summary>Deletes without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes what was deleted, as it was before.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsForced => Force;

    /// <summary>What the cmdlet does, as -WhatIf says it: Delete the scheduling policy.</summary>
    private protected abstract string Action { get; }

    /// <summary>The names that the record at hand brings.</summary>
    private protected abstract IEnumerable<string> Names { get; }

    /// <summary>Finds what a name, a pattern or an ARN means.</summary>
    private protected abstract IAsyncEnumerable<T> FindAsync(BatchConnection connection, string name, IReporter reporter, CancellationToken cancellationToken);

    /// <summary>Deletes it.</summary>
    private protected abstract Task DeleteAsync(BatchConnection connection, T resource, IReporter reporter, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Names)
            PostToTarget(name);
    }

    private protected override IAsyncEnumerable<T> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string> input, IReporter reporter, CancellationToken cancellationToken) => input
        .SelectManyAsync((name, cancellation) => FindAsync(connection, name, reporter, cancellation), cancellationToken)
        .SelectEachAsync(reporter, (resource, cancellation) => RemoveAsync(connection, resource, reporter, cancellation), cancellationToken)
        .WherePresentAsync(cancellationToken)
        .WhereAsync(_ => PassThru, cancellationToken);

    private async Task<T?> RemoveAsync(BatchConnection connection, T resource, IReporter reporter, CancellationToken cancellationToken)
    {
        if (!await ConsentAsync(new ProposedChange($"{resource}", Action), cancellationToken))
            return null;
        await DeleteAsync(connection, resource, reporter, cancellationToken);
        return resource;
    }
}
