using BatchTools.ServiceModels.Models;
using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission.Client;

/// <summary>Writes the client's open enum: known values as fields, and any other text.</summary>
internal static class ClientEnum
{
    private const string NotNull = "[return: global::System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(value))]";

    /// <summary>The class's file.</summary>
    public static string Emit(ClientTypes types, EnumShape shape)
    {
        var code = new CodeWriter(types.Namespace);
        code.Line($"/// <summary>A value of <c>{shape.Name}</c>: one of the known ones, or any other that the service knows.</summary>");
        code.Open($"public class {shape.Name} : global::Amazon.Runtime.ConstantClass");
        foreach (var value in shape.Values)
        {
            code.Line($"/// <summary><c>{value}</c></summary>");
            code.Line($"public static readonly {shape.Name} {CSharpNames.EnumField(value)} = new({CSharpNames.Literal(value)});");
            code.Line();
        }
        code.Line("/// <summary>A value by its text.</summary>");
        code.Open($"public {shape.Name}(string value) : base(value)");
        code.Close();
        code.Line();
        code.Line("/// <summary>The known value of a text, or a new one; null for null.</summary>");
        code.Line(NotNull);
        code.Line($"public static {shape.Name}? FindValue(string? value) => FindValue<{shape.Name}>(value);");
        code.Line();
        code.Line("/// <summary>The value of a text.</summary>");
        code.Line(NotNull);
        code.Line($"public static implicit operator {shape.Name}?(string? value) => FindValue(value);");
        code.Close();
        return code.ToString();
    }
}
