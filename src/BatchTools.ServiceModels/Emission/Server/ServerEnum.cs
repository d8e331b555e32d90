using BatchTools.ServiceModels.Models;
using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission.Server;

/// <summary>Writes the engine's constants of an enum.</summary>
internal static class ServerEnum
{
    /// <summary>The class's file.</summary>
    public static string Emit(ServerTypes types, EnumShape shape)
    {
        var code = new CodeWriter(types.Namespace);
        code.Open($"internal static class {shape.Name}");
        foreach (var value in shape.Values)
            code.Line($"public const string {CSharpNames.EnumField(value)} = {CSharpNames.Literal(value)};");
        code.Line();
        code.Open("public static global::System.Collections.Generic.IReadOnlyList<string> Values { get; } = new[]");
        foreach (var value in shape.Values)
            code.Line(CSharpNames.EnumField(value) + ",");
        code.Close(";");
        code.Line();
        code.Line("public static bool IsDefined(string value) => global::System.Linq.Enumerable.Contains(Values, value);");
        code.Close();
        return code.ToString();
    }
}
