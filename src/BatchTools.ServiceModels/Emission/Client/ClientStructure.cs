using BatchTools.ServiceModels.Models;
using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission.Client;

/// <summary>Writes the client's class of a structure.</summary>
/// <param name="types">The client's types.</param>
internal sealed class ClientStructure(ClientTypes types)
{
    /// <summary>The class's file.</summary>
    /// <param name="structure">The structure.</param>
    /// <param name="baseClass">What it derives from, or null.</param>
    /// <param name="isRead">Whether an answer can hold it.</param>
    /// <param name="isWritten">Whether a request can hold it.</param>
    public string Emit(StructureShape structure, string? baseClass, bool isRead, bool isWritten)
    {
        var code = new CodeWriter(types.ModelNamespace);
        code.Line($"using {ClientTypes.Wire};");
        code.Line();
        code.Open($"public partial class {structure.Name}" + (baseClass is null ? "" : " : " + baseClass));
        foreach (var member in structure.Members)
            Property(code, structure, member);
        var body = new StructureBody(types, code);
        if (isRead)
            body.Read(structure);
        if (isRead && isWritten)
            code.Line();
        if (isWritten)
            body.Write(structure);
        code.Close();
        return code.ToString();
    }

    /// <summary>Writes a member's property.</summary>
    public void Property(CodeWriter code, StructureShape structure, Member member)
    {
        var rule = member.Required ? "; required" : "";
        code.Line($"/// <summary>The member <c>{member.Name}</c>{rule}.</summary>");
        if (member.Deprecated is not null)
            code.Line($"[global::System.Obsolete({CSharpNames.Literal(member.Deprecated)})]");
        if (member.Required)
            code.Line("[global::Amazon.Runtime.Internal.AWSProperty(Required = true)]");
        code.Line($"public {types.TypeOf(structure, member)}? {CSharpNames.Property(member)} {{ get; set; }}{types.Initial(member)}");
        code.Line();
    }
}
