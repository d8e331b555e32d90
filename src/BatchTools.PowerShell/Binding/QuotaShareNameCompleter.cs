namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of quota shares.</summary>
public sealed class QuotaShareNameCompleter : ServiceNameCompleter
{
    private static readonly NameCache Names = NameCache.Of(
        (connection, cancellationToken) => new QuotaShares(connection, SilentReporter.Instance, []).GetAsync([], cancellationToken),
        share => new(share.QuotaShareName, $"{share.QuotaShareName}: {share.JobQueue}, {share.State}"));

    private protected override NameCache Cache => Names;
}
