using System.Collections;
using System.Management.Automation;

namespace BatchTools.PowerShell.Binding;

/// <summary>A hashtable as names and texts, the same on every machine whatever its culture.</summary>
internal static class StringMap
{
    /// <summary>Reads a hashtable; an absent one is empty.</summary>
    public static Dictionary<string, string> From(IDictionary? map)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in map ?? new Hashtable())
            texts[Text(entry.Key)] = Text(entry.Value);
        return texts;
    }

    private static string Text(object? value) => (value is PSObject wrapper ? wrapper.BaseObject : value) is { } plain ? SweepValue.Text(plain) : "";
}
