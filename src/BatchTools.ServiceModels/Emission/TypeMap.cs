using BatchTools.ServiceModels.Models;
using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission;

/// <summary>How one side of the wire shows a model's shapes in C#: their types, and the expressions that read and write them.</summary>
/// <param name="model">The service.</param>
internal abstract class TypeMap(ServiceModel model)
{
    /// <summary>The service.</summary>
    public ServiceModel Model { get; } = model;

    /// <summary>The <c>ref struct</c> that generated code reads JSON from, fully qualified.</summary>
    public abstract string Reader { get; }

    /// <summary>The class that generated code writes to, fully qualified.</summary>
    public virtual string Writer => "global::System.Text.Json.Utf8JsonWriter";

    /// <summary>The literal by which a member that was read is known.</summary>
    public virtual string ReadName(Member member) => CSharpNames.Literal(member.Name) + "u8";

    /// <summary>The literal under which a member is written.</summary>
    public virtual string WriteName(Member member) => CSharpNames.Literal(member.Name) + "u8";

    /// <summary>The C# type of a shape's value, without the mark of nullability.</summary>
    public virtual string TypeOf(Shape shape) => shape switch
    {
        StructureShape structure => Structure(structure.Name),
        ListShape list => $"global::System.Collections.Generic.List<{TypeOf(Element(list.Item))}>",
        MapShape map => $"global::System.Collections.Generic.Dictionary<string, {TypeOf(Element(map.Value))}>",
        EnumShape enumeration => Enum(enumeration),
        TextShape => "string",
        NumberShape number => number.Kind switch
        {
            NumberKind.Integer => "int",
            NumberKind.Long => "long",
            NumberKind.Float => "float",
            _ => "double",
        },
        BooleanShape => "bool",
        TimestampShape => Timestamp,
        _ => throw new ModelException($"shape '{shape.Name}' has no C# type"),
    };

    /// <summary>The C# type of a member's property.</summary>
    public virtual string TypeOf(StructureShape owner, Member member) => TypeOf(Model.Shapes[member.Shape]);

    /// <summary>An expression that reads a value from <paramref name="reader"/>.</summary>
    public string Read(Shape shape, string reader) => shape switch
    {
        StructureShape structure => $"{Structure(structure.Name)}.Read(ref {reader})",
        ListShape list => $"{reader}.ReadList({ReadFunction(Element(list.Item))})",
        MapShape map => $"{reader}.ReadMap({ReadFunction(Element(map.Value))})",
        EnumShape enumeration => ReadEnum(enumeration, reader),
        TextShape => $"{reader}.ReadText()",
        NumberShape number => $"{reader}.Read{number.Kind}()",
        BooleanShape => $"{reader}.ReadBoolean()",
        TimestampShape => $"{reader}.ReadTimestamp()",
        _ => throw new ModelException($"shape '{shape.Name}' cannot be read"),
    };

    /// <summary>An expression that reads a member's value.</summary>
    public virtual string Read(StructureShape owner, Member member, string reader) =>
        Read(Model.Shapes[member.Shape], reader);

    /// <summary>A statement's expression that writes <paramref name="value"/> after its property name.</summary>
    public string Write(Shape shape, string value) => shape switch
    {
        StructureShape => $"{value}.Write(writer)",
        ListShape list => $"writer.WriteList({value}, {WriteAction(Element(list.Item))})",
        MapShape map => $"writer.WriteMap({value}, {WriteAction(Element(map.Value))})",
        EnumShape => $"writer.WriteStringValue({EnumText(value)})",
        TextShape => $"writer.WriteStringValue({value})",
        NumberShape => $"writer.WriteNumberValue({value})",
        BooleanShape => $"writer.WriteBooleanValue({value})",
        TimestampShape => $"writer.WriteTimestampValue({value})",
        _ => throw new ModelException($"shape '{shape.Name}' cannot be written"),
    };

    /// <summary>A statement's expression that writes a member's value.</summary>
    public virtual string Write(StructureShape owner, Member member, string value) =>
        Write(Model.Shapes[member.Shape], value);

    /// <summary>A condition: the property is set; it names its value <paramref name="local"/>.</summary>
    public virtual string Present(Member member, string local) => $"this.{CSharpNames.Property(member)} is {{ }} {local}";

    /// <summary>The class of a structure, fully qualified.</summary>
    public abstract string Structure(string name);

    /// <summary>The type of an enum's value.</summary>
    protected abstract string Enum(EnumShape shape);

    /// <summary>The type of a moment.</summary>
    protected abstract string Timestamp { get; }

    /// <summary>An expression that reads an enum's value.</summary>
    protected abstract string ReadEnum(EnumShape shape, string reader);

    /// <summary>The text of an enum's value.</summary>
    protected abstract string EnumText(string value);

    /// <summary>The shape of a collection's elements; enums in collections are plain text, as in AWS SDK for .NET.</summary>
    private Shape Element(string name) => Model.Shapes[name] is EnumShape ? new TextShape(name, default, null) : Model.Shapes[name];

    private string ReadFunction(Shape shape) => $"static (ref {Reader} item) => {Read(shape, "item")}";

    private string WriteAction(Shape shape) => $"static (writer, item) => {Write(shape, "item")}";
}
