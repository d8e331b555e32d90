using System.Collections;
using System.Reflection;

namespace BatchTools.PowerShell.Binding;

/// <summary>Completes the values that AWS's model gives for a member.</summary>
/// <typeparam name="T">The class of the values.</typeparam>
public class ConstantCompleter<T> : SuggestionCompleter
{
    private static readonly string[] Known =
        [.. typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(T))
            .Select(field => $"{field.GetValue(null)}")];

    private protected override IEnumerable<Suggestion> Suggestions(string typed, IDictionary bound) => Known.Select(value => new Suggestion(value, Note(value)));

    /// <summary>What is shown beside a value; null: the value.</summary>
    private protected virtual string? Note(string value) => null;
}
