using System.Collections;
using System.Reflection;
using Amazon.Runtime;

namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the values that AWS's model gives for a member.</summary>
/// <typeparam name="T">The class of the values.</typeparam>
public sealed class ConstantCompleter<T> : SuggestionCompleter
    where T : ConstantClass
{
    private static readonly Suggestion[] Known =
        [.. typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(T))
            .Select(field => new Suggestion(((T)field.GetValue(null)!).Value))];

    private protected override IEnumerable<Suggestion> Suggestions(string typed, IDictionary bound) => Known;
}
