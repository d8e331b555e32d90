using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Requests;

/// <summary>A cmdlet that sends the requests that it drafts, one after the other.</summary>
/// <typeparam name="TOutput">What an answer becomes.</typeparam>
public abstract class RequestCmdlet<TOutput> : DraftingCmdlet<object, TOutput>
{
    private IRequestKind<TOutput>? _kind;
    private bool _explains;

    private protected RequestCmdlet()
    {
    }

    /// <summary>What the cmdlet does, as -WhatIf says it: Create the job queue.</summary>
    private protected abstract string Action { get; }

    /// <summary>What the cmdlet sends, and how.</summary>
    private protected abstract IRequestKind<TOutput> Kind { get; }

    private protected sealed override Type RequestType => (_kind ??= Kind).RequestType;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _explains = IsWhatIf || MyInvocation.BoundParameters.ContainsKey("Confirm");
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var request in Requests())
            PostToTarget(request);
    }

    private protected override IAsyncEnumerable<TOutput> RunAsync(
        BatchConnection connection, IAsyncEnumerable<object> input, IReporter reporter, CancellationToken cancellationToken) =>
        WantedAsync(connection, input, reporter, cancellationToken)
            .SelectEachAsync(reporter, (request, cancellation) => _kind!.SendAsync(connection, request, reporter, cancellation), cancellationToken);

    /// <summary>The requests that the user wants to be sent, each asked about as <c>ShouldProcess</c> does.</summary>
    private protected IAsyncEnumerable<object> WantedAsync(
        BatchConnection connection, IAsyncEnumerable<object> input, IReporter reporter, CancellationToken cancellationToken) => input
        .SelectEachAsync(
            reporter, async (request, cancellation) => await IsWantedAsync(connection, request, reporter, cancellation) ? request : null, cancellationToken)
        .WherePresentAsync(cancellationToken);

    private async Task<bool> IsWantedAsync(BatchConnection connection, object request, IReporter reporter, CancellationToken cancellationToken)
    {
        var details = _explains && await _kind!.CompareAsync(connection, request, reporter, cancellationToken) is { } differences
            ? differences.Count == 0 ? "\n  (nothing differs)" : Difference.Text(differences)
            : "";
        return await ShouldProcessAsync(_kind!.NameOf(request), Action, details, cancellationToken);
    }
}
