using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Amazon.Runtime;

namespace BatchTools.WorkloadFiles;

/// <summary>Turns values without parts into the types of AWS's models.</summary>
/// <param name="problems">Takes what does not fit.</param>
internal sealed class ScalarBinder(SourceProblems problems)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, ConstantClass>> Constants = new();

    /// <summary>The value in a type; null after a problem was noted. Numbers may be written as text and text as numbers.</summary>
    public object? Bind(SourceNode node, Type type)
    {
        if (node is not SourceScalar { Type: not SourceScalarType.Null } scalar)
            return Misfit(node, Expected(type));
        if (type == typeof(string))
            return scalar.Text;
        if (typeof(ConstantClass).IsAssignableFrom(type))
            return Constant(scalar, type);
        return Convert(scalar, type) ?? Misfit(scalar, Expected(type));
    }

    /// <summary>Notes that a value is not what is expected there; gives null.</summary>
    public object? Misfit(SourceNode node, string expected)
    {
        problems.Add(nameof(Messages.ValueMisfit), node.Where, node.Path.Length == 0 ? "the value" : $"'{node.Path}'", expected, node.Kind, Hint(expected, node));
        return null;
    }

    private static string Hint(string expected, SourceNode node) => expected switch
    {
        "an object" => "Write its members in braces: { \"name\": value }.",
        "a list" when node is SourceScalar { Type: SourceScalarType.Text } one => $"Put it into brackets: [\"{(one.Text.Length > 40 ? "…" : one.Text)}\"].",
        "a list" => "Put its values into brackets: [ … ].",
        "a value" => "Give one, or leave it out.",
        "text" => "Write one text, in quotes.",
        "true or false" => "Write it so, without quotes.",
        "1 or more" => "Leave it out for no limit.",
        _ when expected.Contains("whole number", StringComparison.Ordinal) => "Write digits alone, such as 8.",
        "a number" => "Write digits alone, such as 0.5.",
        _ => "Give one of these.",
    };

    private static object? Convert(SourceScalar scalar, Type type)
    {
        var isNumber = scalar.Type is SourceScalarType.Number or SourceScalarType.Text;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean when bool.TryParse(scalar.Text, out var truth) => truth,
            TypeCode.Int32 when isNumber && Whole(scalar.Text) is >= int.MinValue and <= int.MaxValue and var number => (int)number,
            TypeCode.Int64 when isNumber && Whole(scalar.Text) is { } number => (long)number,
            TypeCode.Single when isNumber && Real(scalar.Text) is { } number => (float)number,
            TypeCode.Double when isNumber && Real(scalar.Text) is { } number => number,
            _ => null,
        };
    }

    // Also 2.0 and 1e3, which other programs write for whole numbers.
    private static decimal? Whole(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? number
            : null;

    private static double? Real(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private ConstantClass? Constant(SourceScalar scalar, Type type)
    {
        var known = Constants.GetOrAdd(type, Find);
        if (known.TryGetValue(scalar.Text, out var constant))
            return constant;
        var near = NearestName.Suggest(scalar.Text, known.Values.Select(value => value.Value));
        problems.Add(
            nameof(Messages.ConstantUnknown), scalar.Where, scalar.Path, scalar.Text, near,
            string.Join(", ", known.Values.Select(value => value.Value).Order(StringComparer.Ordinal)));
        return null;
    }

    private static Dictionary<string, ConstantClass> Find(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == type)
            .Select(field => (ConstantClass)field.GetValue(null)!)
            .ToDictionary(constant => constant.Value, StringComparer.OrdinalIgnoreCase);

    private static string Expected(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "true or false",
        TypeCode.Int32 => "a whole number up to 2147483647",
        TypeCode.Int64 => "a whole number",
        TypeCode.Single or TypeCode.Double => "a number",
        _ => "text",
    };
}
