namespace BatchTools.PowerShell.Requests;

/// <summary>What a cmdlet sends, and how.</summary>
/// <typeparam name="TRequest">The class of the request.</typeparam>
/// <typeparam name="TOutput">What an answer becomes.</typeparam>
internal sealed class RequestKind<TRequest, TOutput> : IRequestKind<TOutput>
    where TRequest : class, new()
{
    /// <inheritdoc cref="IRequestKind{TOutput}.NameOf"/>
    public required Func<TRequest, string?> Name { get; init; }

    /// <inheritdoc cref="IRequestKind{TOutput}.SendAsync"/>
    public required Func<BatchConnection, TRequest, IReporter, CancellationToken, Task<TOutput>> Send { get; init; }

    /// <inheritdoc cref="IRequestKind{TOutput}.CompareAsync"/>
    public Func<BatchConnection, TRequest, IReporter, CancellationToken, Task<IReadOnlyList<Difference>?>>? Compare { get; init; }

    /// <inheritdoc/>
    Type IRequestKind<TOutput>.RequestType => typeof(TRequest);

    /// <inheritdoc/>
    string? IRequestKind<TOutput>.NameOf(object request) => Name((TRequest)request);

    /// <inheritdoc/>
    Task<TOutput> IRequestKind<TOutput>.SendAsync(BatchConnection connection, object request, IReporter reporter, CancellationToken cancellationToken) =>
        Send(connection, (TRequest)request, reporter, cancellationToken);

    /// <inheritdoc/>
    Task<IReadOnlyList<Difference>?> IRequestKind<TOutput>.CompareAsync(
        BatchConnection connection, object request, IReporter reporter, CancellationToken cancellationToken) =>
        Compare?.Invoke(connection, (TRequest)request, reporter, cancellationToken) ?? Task.FromResult<IReadOnlyList<Difference>?>(null);
}
