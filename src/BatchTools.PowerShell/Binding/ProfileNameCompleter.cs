using System.Collections;
using Amazon.Runtime.CredentialManagement;

namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of the profiles in ~/.aws.</summary>
public sealed class ProfileNameCompleter : SuggestionCompleter
{
    private protected override IEnumerable<Suggestion> Suggestions(string typed, IDictionary bound) =>
        new CredentialProfileStoreChain().ListProfiles()
            .OrderBy(profile => profile.Name, StringComparer.OrdinalIgnoreCase)
            .Select(profile => new Suggestion(profile.Name, profile.Region is { } region ? $"{profile.Name}: {region.SystemName}" : null));
}
