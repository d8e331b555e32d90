using BatchTools.ServiceModels.Models;
using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission.Client;

/// <summary>Writes how each operation's request is put into an HTTP message.</summary>
internal static class ClientOperations
{
    /// <summary>The name of the class that holds the operations.</summary>
    public static string ClassName(ClientTypes types) => types.Model.Customizations.NamespacePart + "Operations";

    /// <summary>The class's file.</summary>
    public static string Emit(ClientTypes types)
    {
        var metadata = types.Model.Metadata;
        var contentType = metadata.Protocols[0] == WireProtocol.RestJson ? "application/json" : "application/x-amz-json-" + metadata.JsonVersion;
        var code = new CodeWriter(types.Namespace);
        code.Line($"using {ClientTypes.Wire};");
        code.Line();
        code.Open($"internal static class {ClassName(types)}");
        code.Line($"private static readonly ServiceDescription Service = new({CSharpNames.Literal(types.Namespace)}, {CSharpNames.Literal(metadata.ApiVersion)}, {CSharpNames.Literal(contentType)}, {CSharpNames.Literal(metadata.TargetPrefix)}, CreateError);");
        code.Line();
        foreach (var operation in types.Model.Operations)
            Field(code, types, operation);
        new ClientErrors(types).Factory(code);
        code.Close();
        return code.ToString();
    }

    private static void Field(CodeWriter code, ClientTypes types, Operation operation)
    {
        var (input, output) = (types.Structure(operation.Input.Name), types.Structure(operation.Output.Name));
        code.Line($"public static readonly Operation<{input}, {output}> {operation.Name} = new(Service, Marshal{operation.Name}, {output}.Read);");
        code.Line();
        code.Open($"private static void Marshal{operation.Name}({input} request, RequestMessage message)");
        if (types.Model.Metadata.Protocols[0] == WireProtocol.Json)
        {
            code.Line($"message.Target({CSharpNames.Literal(operation.Name)});");
            code.Line("message.Body(request.Write);");
        }
        else
        {
            Rest(code, types, operation);
        }
        code.Close();
        code.Line();
    }

    private static void Rest(CodeWriter code, ClientTypes types, Operation operation)
    {
        code.Line($"message.Rest({CSharpNames.Literal(operation.Method)}, {CSharpNames.Literal(operation.Path)});");
        foreach (var member in operation.Input.Members.Where(member => member.Location != MemberLocation.Body))
            code.Line($"message.{member.Location}({CSharpNames.Literal(member.LocationName)}, {Bound(types, member)});");
        if (operation.Input.Members.Any(member => member.Location == MemberLocation.Body))
            code.Line("message.Body(request.Write);");
    }

    private static string Bound(ClientTypes types, Member member)
    {
        var property = "request." + CSharpNames.Property(member);
        return (member.Location, types.Model.Shapes[member.Shape]) switch
        {
            (_, TextShape) => property,
            (_, EnumShape) => property + "?.Value",
            (MemberLocation.Query, ListShape list) when types.Model.Shapes[list.Item] is TextShape => property,
            var (location, shape) => throw new ModelException($"a member of shape '{shape.Name}' in the {location} is not generated"),
        };
    }
}
