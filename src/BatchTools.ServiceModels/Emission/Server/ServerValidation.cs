using System.Globalization;
using BatchTools.ServiceModels.Models;
using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission.Server;

/// <summary>Writes a structure's <c>Validate</c>: the model's rules for what a client may send.</summary>
/// <param name="types">The engine's types.</param>
/// <param name="code">Where to write.</param>
internal sealed class ServerValidation(ServerTypes types, CodeWriter code)
{
    /// <summary>Writes the method.</summary>
    public void Emit(StructureShape structure)
    {
        code.Open($"internal void Validate({ServerTypes.Api}.MemberCheck check)");
        foreach (var member in structure.Members)
        {
            var name = CSharpNames.Literal(member.Name);
            var property = "this." + CSharpNames.Property(member);
            if (member.Required)
                code.Line($"check.Required({name}, {property});");
            foreach (var check in Checks(types.Model.Shapes[member.Shape], name, property))
                code.Line(check + ";");
        }
        code.Close();
    }

    /// <summary>The calls that check a value of a shape; none where the model sets no rule for it.</summary>
    private IEnumerable<string> Checks(Shape shape, string at, string value) => shape switch
    {
        StructureShape => [$"check.Inside({at}, {value}, static (check, inner) => inner.Validate(check))"],
        EnumShape enumeration => [$"check.{OneOf(enumeration)}({at}, {value}, global::{types.Namespace}.{enumeration.Name}.Values)"],
        TextShape text => Text(text, at, value),
        NumberShape { Range.AreOpen: false } number => [$"check.Range({at}, {value}, {Arguments(number.Range)})"],
        ListShape list => Count(list.Count, at, value).Concat(Each("Each", types.Model.Shapes[list.Item], at, value)),
        MapShape map => Count(map.Count, at, value)
            .Concat(Each("EachKey", types.Model.Shapes[map.Key], at, value))
            .Concat(Each("EachValue", types.Model.Shapes[map.Value], at, value)),
        _ => [],
    };

    private string OneOf(EnumShape enumeration) => types.Model.Customizations.AnyCaseEnums.Contains(enumeration.Name) ? "OneOfAnyCase" : "OneOf";

    private static IEnumerable<string> Text(TextShape text, string at, string value)
    {
        if (!text.Length.AreOpen)
            yield return $"check.Length({at}, {value}, {Arguments(text.Length)})";
        if (text.Pattern is not null)
            yield return $"check.Pattern({at}, {value}, {CSharpNames.Literal(text.Pattern)})";
    }

    private static IEnumerable<string> Count(Bounds count, string at, string value) =>
        count.AreOpen ? [] : [$"check.Count({at}, {value}, {Arguments(count)})"];

    private IEnumerable<string> Each(string method, Shape item, string at, string value) =>
        Checks(item, "at", "item").Select(check => $"check.{method}({at}, {value}, static (check, at, item) => {check})");

    private static string Arguments(Bounds bounds) => Argument(bounds.Min) + ", " + Argument(bounds.Max);

    private static string Argument(long? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "null";
}
