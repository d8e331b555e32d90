using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BatchTools.WorkloadFiles;

/// <summary>
/// What scalars of YAML mean: null, true, false and decimal numbers as in YAML 1.2, everything else text. A number keeps its
/// spelling, so an account id with a leading zero stays one.
/// </summary>
internal static partial class YamlScalars
{
    private const string Standard = "tag:yaml.org,2002:";

    private static readonly string[] Tags = ["str", "int", "float", "bool", "null", "map", "seq"];

    /// <summary>Whether a tag is one of YAML's own for plain data; no other is taken, as tags name types.</summary>
    public static bool IsKnown(TagName tag) =>
        tag.IsEmpty || tag.IsNonSpecific || (tag.Value.StartsWith(Standard, StringComparison.Ordinal) && Tags.Contains(tag.Value[Standard.Length..]));

    /// <summary>The value of a scalar.</summary>
    public static SourceScalar Read(Scalar scalar, SourcePlace place)
    {
        var tagged = scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific ? null : scalar.Tag.Value[Standard.Length..];
        var isPlain = tagged is not null and not "str" || (tagged is null && scalar is { Style: ScalarStyle.Plain, IsPlainImplicit: true });
        if (!isPlain)
            return new(place, SourceScalarType.Text, scalar.Value);
        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => new(place, SourceScalarType.Null, "null"),
            "true" or "True" or "TRUE" => new(place, SourceScalarType.Boolean, "true"),
            "false" or "False" or "FALSE" => new(place, SourceScalarType.Boolean, "false"),
            _ when Number().IsMatch(scalar.Value) => new(place, SourceScalarType.Number, scalar.Value),
            _ => new(place, SourceScalarType.Text, scalar.Value),
        };
    }

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
