using System.Collections;

namespace BatchTools.PowerShell.Binding;

/// <summary>Completes what AWS Batch takes in place of instance types. Types and families can be given beside these.</summary>
public sealed class InstanceTypeCompleter : SuggestionCompleter
{
    private static readonly Suggestion[] Known =
    [
        new("optimal", "From the families C4, M4 and R4, or their successors where they are missing"),
        new("default_x86_64", "What AWS Batch thinks best, with x86 processors"),
        new("default_arm64", "What AWS Batch thinks best, with Graviton processors"),
    ];

    private protected override IEnumerable<Suggestion> Suggestions(string typed, IDictionary bound) => Known;
}
