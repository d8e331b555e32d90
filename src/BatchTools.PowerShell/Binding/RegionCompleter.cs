using System.Collections;
using Amazon;

namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the names of AWS's Regions.</summary>
public sealed class RegionCompleter : SuggestionCompleter
{
    private protected override IEnumerable<Suggestion> Suggestions(string typed, IDictionary bound) =>
        RegionEndpoint.EnumerableAllRegions
            .OrderBy(region => region.SystemName, StringComparer.Ordinal)
            .Select(region => new Suggestion(region.SystemName, $"{region.SystemName}: {region.DisplayName}"));
}
