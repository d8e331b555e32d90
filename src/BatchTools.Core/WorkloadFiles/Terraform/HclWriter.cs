using System.Globalization;
using System.Text;

namespace BatchTools.WorkloadFiles.Terraform;

/// <summary>Writes Terraform's language as <c>terraform fmt</c> would: neighbours of one line have their signs in one column.</summary>
internal static class HclWriter
{
    private const int Step = 2;

    /// <summary>The text of a body, at the left margin.</summary>
    public static string Write(HclBody body)
    {
        var text = new StringBuilder();
        Body(text, body, 0);
        return text.ToString();
    }

    private static void Body(StringBuilder text, HclBody body, int indent)
    {
        var isFirst = Entries(text, [.. body.Attributes.Select(one => (one.Key, Value(one.Value, indent)))], indent);
        foreach (var (head, inner) in body.Blocks)
        {
            if (!isFirst)
                text.Append('\n');
            isFirst = false;
            Margin(text, indent).Append(head).Append(" {\n");
            Body(text, inner, indent + Step);
            Margin(text, indent).Append("}\n");
        }
    }

    // Whether nothing was written.
    private static bool Entries(StringBuilder text, IReadOnlyList<(string Name, string Value)> entries, int indent)
    {
        for (var start = 0; start < entries.Count;)
        {
            var run = entries.Skip(start).TakeWhile(entry => !entry.Value.Contains('\n', StringComparison.Ordinal)).ToArray();
            if (start > 0)
                text.Append('\n');
            foreach (var (name, value) in run)
                Margin(text, indent).Append(name.PadRight(run.Max(entry => entry.Name.Length))).Append(" = ").Append(value).Append('\n');
            start += run.Length;
            if (run.Length > 0 && start < entries.Count)
                text.Append('\n');
            if (start < entries.Count)
            {
                Margin(text, indent).Append(entries[start].Name).Append(" = ").Append(entries[start].Value).Append('\n');
                start++;
            }
        }

        return entries.Count == 0;
    }

    private static string Value(object? value, int indent) => value switch
    {
        null => "null",
        HclExpression expression => expression.Text,
        HclJson json => $"jsonencode({Value(json.Value, indent)})",
        string text => HclText.Quote(text),
        bool truth => truth ? "true" : "false",
        IReadOnlyDictionary<string, object?> { Count: 0 } => "{}",
        IReadOnlyDictionary<string, object?> map => Map(map, indent),
        object?[] list when list.All(one => one is string or bool or long or double) => $"[{string.Join(", ", list.Select(one => Value(one, indent)))}]",
        object?[] list => $"[\n{string.Concat(list.Select(one => $"{new string(' ', indent + Step)}{Value(one, indent + Step)},\n"))}{new string(' ', indent)}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value.GetType()} is no plain data.", nameof(value)),
    };

    private static string Map(IReadOnlyDictionary<string, object?> map, int indent)
    {
        var text = new StringBuilder("{\n");
        Entries(text, [.. map.Select(one => (HclText.Key(one.Key), Value(one.Value, indent + Step)))], indent + Step);
        return Margin(text, indent).Append('}').ToString();
    }

    private static StringBuilder Margin(StringBuilder text, int indent) => text.Append(' ', indent);
}
