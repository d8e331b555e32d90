using System.Collections;
using System.Reflection;

namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the values that AWS's model gives for a member.</summary>
/// <typeparam name="T">The class of the values.</typeparam>
public sealed class ConstantCompleter<T> : SuggestionCompleter
{
    private static readonly Suggestion[] Known =
        [.. typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(T))
            .Select(field => new Suggestion($"{field.GetValue(null)}"))];

    private protected override IEnumerable<Suggestion> Suggestions(string typed, IDictionary bound) => Known;
}
