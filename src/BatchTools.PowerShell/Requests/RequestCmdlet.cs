using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Requests;

/// <summary>A cmdlet that sends the requests that it drafts, one after the other.</summary>
/// <typeparam name="TRequest">The class of the request.</typeparam>
/// <typeparam name="TOutput">What an answer becomes.</typeparam>
public abstract class RequestCmdlet<TRequest, TOutput> : DraftingCmdlet<TRequest, TRequest, TOutput>
    where TRequest : class, new()
{
    private bool _explains;

    private protected RequestCmdlet()
    {
    }

    /// <summary>What the cmdlet does, as -WhatIf says it: Create the job queue.</summary>
    private protected abstract string Action { get; }

    /// <summary>What a request is about, as -WhatIf calls it.</summary>
    private protected abstract string? NameOf(TRequest request);

    /// <summary>Sends a request.</summary>
    private protected abstract Task<TOutput> SendAsync(BatchConnection connection, TRequest request, IReporter reporter, CancellationToken cancellationToken);

    /// <summary>What a request would change, for -WhatIf and -Confirm: the members in which what is there differs from it; null: not known.</summary>
    private protected virtual Task<IReadOnlyList<Difference>?> CompareAsync(
        BatchConnection connection, TRequest request, IReporter reporter, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Difference>?>(null);

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
        BatchConnection connection, IAsyncEnumerable<TRequest> input, IReporter reporter, CancellationToken cancellationToken) =>
        WantedAsync(connection, input, reporter, cancellationToken)
            .SelectEachAsync(reporter, (request, cancellation) => SendAsync(connection, request, reporter, cancellation), cancellationToken);

    /// <summary>The requests that the user wants to be sent, each asked about as <c>ShouldProcess</c> does.</summary>
    private protected IAsyncEnumerable<TRequest> WantedAsync(
        BatchConnection connection, IAsyncEnumerable<TRequest> input, IReporter reporter, CancellationToken cancellationToken) => input
        .SelectEachAsync(
            reporter, async (request, cancellation) => await IsWantedAsync(connection, request, reporter, cancellation) ? request : null, cancellationToken)
        .WherePresentAsync(cancellationToken);

    private async Task<bool> IsWantedAsync(BatchConnection connection, TRequest request, IReporter reporter, CancellationToken cancellationToken)
    {
        var details = _explains && await CompareAsync(connection, request, reporter, cancellationToken) is { } differences
            ? differences.Count == 0 ? "\n  (nothing differs)" : Difference.Text(differences)
            : "";
        return await ShouldProcessAsync(NameOf(request), Action, details, cancellationToken);
    }
}
