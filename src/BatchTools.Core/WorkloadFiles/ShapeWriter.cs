using System.Collections;
using System.Globalization;
using Amazon.Runtime;

namespace BatchTools.WorkloadFiles;

/// <summary>
/// Turns AWS's model objects into plain data in the shape and spelling of AWS's JSON: strings, longs, doubles, booleans,
/// arrays and dictionaries. What the object does not set is left out.
/// </summary>
internal static class ShapeWriter
{
    /// <summary>The members that a model object sets, by wire name, in the order of the model.</summary>
    /// <param name="modelObject">An object of an AWS model class, such as a `JobDetail`.</param>
    public static IReadOnlyDictionary<string, object?> ToPlainData(object modelObject)
    {
        ArgumentNullException.ThrowIfNull(modelObject);
        var data = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in ShapeMembers.Of(modelObject.GetType()))
        {
            if (member.Property.GetValue(modelObject) is { } value)
                data.Add(member.WireName, ToPlainValue(value));
        }

        return data;
    }

    /// <summary>A value as plain data.</summary>
    public static object? ToPlainValue(object? value) => value switch
    {
        null => null,
        string or bool or long or double => value,
        ConstantClass constant => constant.Value,
        int or short or byte => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        float number => AsWritten(number),
        decimal number => (double)number,
        DateTime time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        MemoryStream bytes => Convert.ToBase64String(bytes.ToArray()),
        IDictionary map => ToPlainMap(map),
        IEnumerable list => list.Cast<object?>().Select(ToPlainValue).ToArray(),
        _ => ToPlainData(value),
    };

    /// <summary>A number by its digits: 0.1f is 0.1, not the 0.100000001490116 that a cast gives.</summary>
    public static double AsWritten(float number) =>
        double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static Dictionary<string, object?> ToPlainMap(IDictionary map)
    {
        var data = new Dictionary<string, object?>(map.Count, StringComparer.Ordinal);
        foreach (DictionaryEntry entry in map)
            data.Add((string)entry.Key, ToPlainValue(entry.Value));
        return data;
    }
}
