namespace BatchTools.PowerShell.Requests;

/// <summary>
/// What a cmdlet sends, and how. It hides the class of the request, which is AWS's: a cmdlet that had it among its type
/// arguments would bring AWS's assemblies in when the module is imported.
/// </summary>
/// <typeparam name="TOutput">What an answer becomes.</typeparam>
internal interface IRequestKind<TOutput>
{
    /// <summary>The class of the request.</summary>
    Type RequestType { get; }

    /// <summary>What a request is about, as -WhatIf calls it.</summary>
    string? NameOf(object request);

    /// <summary>Sends a request.</summary>
    Task<TOutput> SendAsync(BatchConnection connection, object request, IReporter reporter, CancellationToken cancellationToken);

    /// <summary>What a request would change, for -WhatIf and -Confirm: the members in which what is there differs from it; null: not known.</summary>
    Task<IReadOnlyList<Difference>?> CompareAsync(BatchConnection connection, object request, IReporter reporter, CancellationToken cancellationToken);
}
