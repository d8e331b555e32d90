using BatchTools.ServiceModels.Models;
using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission;

/// <summary>Writes the reading and the writing of a structure, the same for both sides of the wire.</summary>
/// <param name="types">The side's types.</param>
/// <param name="code">Where to write.</param>
internal sealed class StructureBody(TypeMap types, CodeWriter code)
{
    /// <summary>Writes <c>Read</c>: an object's members in any order, unknown ones skipped.</summary>
    public void Read(StructureShape structure)
    {
        var self = types.Structure(structure.Name);
        code.Open($"internal static {self} Read(ref {types.Reader} reader)");
        code.Line($"var value = new {self}();");
        code.Line("reader.EnterObject();");
        code.Open("while (reader.NextMember())");
        var keyword = "if";
        foreach (var member in structure.Members.Where(InBody))
        {
            code.Line($"{keyword} (reader.Named({types.ReadName(member)}))");
            code.Continue($"value.{CSharpNames.Property(member)} = {types.Read(structure, member, "reader")};");
            keyword = "else if";
        }
        if (keyword == "if")
        {
            code.Line("reader.SkipValue();");
        }
        else
        {
            code.Line("else");
            code.Continue("reader.SkipValue();");
        }
        code.Close();
        code.Line("return value;");
        code.Close();
    }

    /// <summary>Writes <c>Write</c>: an object without the members that are null.</summary>
    public void Write(StructureShape structure)
    {
        code.Open($"internal void Write({types.Writer} writer)");
        code.Line("writer.WriteStartObject();");
        foreach (var member in structure.Members.Where(InBody))
        {
            var local = "@" + member.Name;
            code.Open($"if ({types.Present(member, local)})");
            code.Line($"writer.WritePropertyName({types.WriteName(member)});");
            code.Line(types.Write(structure, member, local) + ";");
            code.Close();
        }
        code.Line("writer.WriteEndObject();");
        code.Close();
    }

    private static bool InBody(Member member) => member.Location == MemberLocation.Body;
}
