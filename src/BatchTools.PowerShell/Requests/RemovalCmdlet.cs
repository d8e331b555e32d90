using System.Management.Automation;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Requests;

/// <summary>A cmdlet that deletes what nothing has to be done to before.</summary>
/// <typeparam name="T">What is deleted.</typeparam>
public abstract class RemovalCmdlet<T> : ConnectedCmdlet<string, T>
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

    /// <summary>What the cmdlet does, as -WhatIf says it: Delete the scheduling policy.</summary>
    private protected abstract string Action { get; }

    /// <summary>Finds what a name or an ARN means.</summary>
    private protected abstract Task<T> FindAsync(BatchConnection connection, string name, IReporter reporter, CancellationToken cancellationToken);

    /// <summary>Deletes it.</summary>
    private protected abstract Task DeleteAsync(BatchConnection connection, T resource, IReporter reporter, CancellationToken cancellationToken);

    private protected override IAsyncEnumerable<T> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string> input, IReporter reporter, CancellationToken cancellationToken) => input
        .SelectEachAsync(reporter, (name, cancellation) => RemoveAsync(connection, name, reporter, cancellation), cancellationToken)
        .WherePresentAsync(cancellationToken)
        .WhereAsync(_ => PassThru, cancellationToken);

    private async Task<T?> RemoveAsync(BatchConnection connection, string name, IReporter reporter, CancellationToken cancellationToken)
    {
        var resource = await FindAsync(connection, name, reporter, cancellationToken);
        if (!(Force && !IsWhatIf) && !await ShouldProcessAsync($"{resource}", Action, "", cancellationToken))
            return null;
        await DeleteAsync(connection, resource, reporter, cancellationToken);
        return resource;
    }
}
