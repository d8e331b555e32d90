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
        var contentType = metadata.ClientProtocol switch
        {
            WireProtocol.RestJson => "application/json",
            WireProtocol.Json => "application/x-amz-json-" + metadata.JsonVersion,
            _ => "application/x-www-form-urlencoded; charset=utf-8",
        };
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
        var name = CSharpNames.Literal(operation.Name);
        switch (types.Model.Metadata.ClientProtocol)
        {
            case WireProtocol.RestJson:
                Rest(code, types, operation);
                break;
            case WireProtocol.Json:
                code.Line($"message.Target({name});");
                code.Line("message.Body(request.Write);");
                break;
            default:
                code.Line($"message.Form({name}, request.Write);");
                break;
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
