using System.Collections;
using System.Globalization;
using Amazon.Runtime;

namespace BatchTools.WorkloadFiles;

/// <summary>Turns plain data, such as a hashtable from a shell, into nodes, which then have no places.</summary>
/// <param name="problems">Takes what cannot be turned into nodes.</param>
internal sealed class PlainNodes(SourceProblems problems)
{
    /// <summary>The nodes for dictionaries, lists and scalars.</summary>
    /// <param name="data">The data.</param>
    /// <param name="name">What messages call the data.</param>
    public SourceNode From(object? data, string name)
    {
        var node = Node(data, name, 0);
        node.Call(name);
        return node;
    }

    private SourceNode Node(object? data, string path, int depth)
    {
        if (depth > JsonNodeReader.MaxDepth)
        {
            problems.Add(nameof(Messages.JsonTooDeep), path, JsonNodeReader.MaxDepth);
            return Scalar(SourceScalarType.Null, "null");
        }

        return data switch
        {
            null => Scalar(SourceScalarType.Null, "null"),
            string text => Scalar(SourceScalarType.Text, text),
            bool truth => Scalar(SourceScalarType.Boolean, truth ? "true" : "false"),
            sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal =>
                Scalar(SourceScalarType.Number, ((IFormattable)data).ToString(null, CultureInfo.InvariantCulture)),
            ConstantClass constant => Scalar(SourceScalarType.Text, constant.Value),
            DateTime or DateTimeOffset or Enum or Guid or char or Uri => Scalar(SourceScalarType.Text, SweepValue.Text(data)),
            IDictionary map => Object(map.Keys.Cast<object>().Select(key => (key, map[key])), path, depth),
            IEnumerable<KeyValuePair<string, object?>> map => Object(map.Select(pair => ((object)pair.Key, pair.Value)), path, depth),
            IEnumerable<KeyValuePair<string, string>> map => Object(map.Select(pair => ((object)pair.Key, (object?)pair.Value)), path, depth),
            IEnumerable list => Array(list, path, depth),
            _ => Unknown(data, path),
        };
    }

    private SourceObject Object(IEnumerable<(object Key, object? Value)> members, string path, int depth)
    {
        var node = new SourceObject(null);
        foreach (var (key, value) in members)
        {
            var name = SweepValue.Text(key);
            node.Add(new(name, null, Node(value, $"{path}.{name}", depth + 1)));
        }

        return node;
    }

    private SourceArray Array(IEnumerable items, string path, int depth)
    {
        var node = new SourceArray(null);
        foreach (var item in items)
            node.Add(Node(item, $"{path}[{node.Items.Count}]", depth + 1));
        return node;
    }

    private SourceScalar Unknown(object data, string path)
    {
        problems.Add(nameof(Messages.ValueUnknownType), path, data.GetType().Name);
        return Scalar(SourceScalarType.Null, "null");
    }

    private static SourceScalar Scalar(SourceScalarType type, string text) => new(null, type, text);
}
