using BatchTools.ServiceModels.Models;
using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission.Server;

/// <summary>Writes the table of a service's shapes, by which forms, XML and CBOR are turned into JSON and back.</summary>
internal static class ServerShapes
{
    /// <summary>The class's file.</summary>
    public static string Emit(ServerTypes types)
    {
        var model = types.Model;
        var code = new CodeWriter(types.Namespace);
        code.Line($"using {ServerTypes.Api};");
        code.Line();
        code.Open($"internal static class {model.Customizations.NamespacePart}Shapes");
        code.Line("public static WireShapes All { get; } = new(");
        code.Line("[");
        code.Indent();
        foreach (var shape in model.Shapes.Values)
            code.Line(Row(shape) + ",");
        code.Outdent();
        code.Line("],");
        code.Line("[");
        code.Indent();
        foreach (var error in model.Shapes.Values.OfType<StructureShape>().Where(shape => shape.QueryCode is not null))
            code.Line($"({CSharpNames.Literal(error.Name)}, {CSharpNames.Literal(error.QueryCode!)}),");
        code.Outdent();
        code.Line("]);");
        code.Close();
        return code.ToString();
    }

    private static string Row(Shape shape)
    {
        var name = CSharpNames.Literal(shape.Name);
        return shape switch
        {
            StructureShape structure => $"WireShape.Structure({name}, [{string.Join(", ", structure.Members.Select(Member))}])",
            ListShape list => $"WireShape.List({name}, {CSharpNames.Literal(list.Item)}, {CSharpNames.Literal(list.ItemName ?? "member")})",
            MapShape map => $"WireShape.Map({name}, {CSharpNames.Literal(map.Value)})",
            TextShape or EnumShape => Leaf(name, "Text"),
            NumberShape { Kind: NumberKind.Integer or NumberKind.Long } => Leaf(name, "Integer"),
            NumberShape => Leaf(name, "Number"),
            BooleanShape => Leaf(name, "Boolean"),
            TimestampShape => Leaf(name, "Timestamp"),
            _ => throw new ModelException($"shape '{shape.Name}' has no place in forms and XML"),
        };
    }

    private static string Leaf(string name, string kind) => $"WireShape.Leaf({name}, WireKind.{kind})";

    private static string Member(Member member) =>
        $"new({CSharpNames.Literal(member.Name)}, {CSharpNames.Literal(member.LocationName)}, {CSharpNames.Literal(member.Shape)})";
}
