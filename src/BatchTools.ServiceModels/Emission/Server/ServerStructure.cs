using BatchTools.ServiceModels.Models;
using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission.Server;

/// <summary>Writes the engine's class of a structure.</summary>
internal static class ServerStructure
{
    /// <summary>The class's file.</summary>
    /// <param name="types">The engine's types.</param>
    /// <param name="structure">The structure.</param>
    /// <param name="inRequest">Whether a request can hold it, so that it is checked.</param>
    public static string Emit(ServerTypes types, StructureShape structure, bool inRequest)
    {
        var code = new CodeWriter(types.Namespace);
        code.Line("using global::BatchTools.LocalEngine.Api;");
        code.Line();
        code.Open($"internal sealed partial class {structure.Name}");
        foreach (var member in structure.Members)
        {
            code.Line($"public {types.TypeOf(structure, member)}? {CSharpNames.Property(member)} {{ get; set; }}");
            code.Line();
        }
        var body = new StructureBody(types, code);
        body.Read(structure);
        code.Line();
        body.Write(structure);
        if (inRequest)
        {
            code.Line();
            new ServerValidation(types, code).Emit(structure);
        }
        code.Close();
        return code.ToString();
    }
}
