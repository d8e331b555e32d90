namespace BatchTools;

/// <summary>Asks the host whether a change may be made.</summary>
/// <param name="change">The change.</param>
/// <param name="cancellationToken">Ends the waiting for an answer.</param>
/// <returns>Whether it may; if not, nothing is done.</returns>
internal delegate Task<bool> Consent(ProposedChange change, CancellationToken cancellationToken);
