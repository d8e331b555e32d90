using System.Collections;
using System.Management.Automation;

namespace BatchTools.PowerShell.Binding;

/// <summary>Reads the parameters of a point out of an object that was piped.</summary>
internal static class PointRow
{
    /// <summary>The name of the parameter that a piped text or number is.</summary>
    public const string Value = "value";

    /// <summary>
    /// The parameters: the entries of a hashtable, path and name of a file, the properties of any other object; a text or a number
    /// is one parameter.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, object>> Of(PSObject input) => input.BaseObject switch
    {
        FileSystemInfo file =>
        [
            new("file", file.FullName),
            new("fileName", file.Name),
            new("baseName", System.IO.Path.GetFileNameWithoutExtension(file.Name)),
        ],
        IDictionary map => [.. from DictionaryEntry entry in map select KeyValuePair.Create(SweepValue.Text(entry.Key), Plain(entry.Value))],
        string or IFormattable or bool => [new(Value, input.BaseObject)],
        _ => [.. input.Properties.Where(property => property.IsGettable).Select(property => KeyValuePair.Create(property.Name, Plain(property.Value)))],
    };

    private static object Plain(object? value) => (value is PSObject wrapper ? wrapper.BaseObject : value)!;
}
