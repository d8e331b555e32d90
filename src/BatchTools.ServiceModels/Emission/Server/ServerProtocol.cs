using BatchTools.ServiceModels.Models;
using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission.Server;

/// <summary>Writes the table of a service's operations and its dispatch.</summary>
internal static class ServerProtocol
{
    /// <summary>The class's file.</summary>
    public static string Emit(ServerTypes types)
    {
        var model = types.Model;
        var part = model.Customizations.NamespacePart;
        var code = new CodeWriter(types.Namespace);
        code.Line($"using {ServerTypes.Api};");
        code.Line();
        code.Open($"internal static class {part}Protocol");
        code.Line($"private static readonly OperationTable<{part}Api> Operations = new([{string.Join(", ", model.Metadata.Protocols.Select(protocol => Spoken(model, protocol)))}],");
        code.Line("[");
        code.Indent();
        foreach (var operation in model.Operations)
            Row(code, model, operation);
        code.Outdent();
        code.Line("]);");
        code.Line();
        code.Line($"public static global::System.Threading.Tasks.Task<ServiceReply> DispatchAsync({part}Api api, ServiceRequest request, global::System.Threading.CancellationToken cancellationToken) =>");
        code.Continue("Operations.DispatchAsync(api, request, cancellationToken);");
        code.Line();
        code.Line("public static ServiceReply Fail(ServiceRequest request, ServiceError error) => Operations.Fail(request, error);");
        code.Close();
        return code.ToString();
    }

    private static string Spoken(ServiceModel model, WireProtocol protocol)
    {
        var metadata = model.Metadata;
        var error = CSharpNames.Literal(model.Customizations.ValidationError);
        var prefix = CSharpNames.Literal(metadata.TargetPrefix);
        var space = CSharpNames.Literal(metadata.XmlNamespace);
        var shapes = metadata.IsJsonOnly ? "null" : $"{model.Customizations.NamespacePart}Shapes.All";
        return protocol switch
        {
            WireProtocol.RestJson => $"new RestJsonProtocol({error})",
            WireProtocol.Json => $"new JsonProtocol({error}, {prefix}, {CSharpNames.Literal(metadata.JsonVersion)}, {shapes})",
            WireProtocol.Query => $"new QueryProtocol({error}, {space}, {shapes})",
            WireProtocol.Ec2 => $"new Ec2Protocol({error}, {space}, {shapes})",
            WireProtocol.Cbor => $"new CborProtocol({error}, {prefix}, {shapes})",
            _ => throw new ModelException($"the protocol '{protocol}' is not generated"),
        };
    }

    private static void Row(CodeWriter code, ServiceModel model, Operation operation)
    {
        code.Open($"new({CSharpNames.Literal(operation.Name)}, {CSharpNames.Literal(operation.Method)}, {CSharpNames.Literal(operation.Path)}, static async (api, call, cancellationToken) =>");
        code.Line($"var input = call.ReadBody({operation.Input.Name}.Read);");
        foreach (var member in operation.Input.Members.Where(member => member.Location != MemberLocation.Body))
            code.Line($"input.{CSharpNames.Property(member)} = {Bound(model, member)};");
        code.Line("call.Check(input.Validate);");
        code.Line($"var output = await api.{operation.Name}Async(input, cancellationToken);");
        code.Line("return call.Answer(output.Write);");
        code.Close("),");
    }

    private static string Bound(ServiceModel model, Member member)
    {
        var name = CSharpNames.Literal(member.LocationName);
        return (member.Location, model.Shapes[member.Shape]) switch
        {
            (MemberLocation.Label, TextShape or EnumShape) => $"call.Label({name})",
            (MemberLocation.Query, TextShape or EnumShape) => $"call.Query({name})",
            (MemberLocation.Query, ListShape list) when model.Shapes[list.Item] is TextShape or EnumShape => $"call.QueryList({name})",
            var (location, shape) => throw new ModelException($"a member of shape '{shape.Name}' in the {location} is not generated"),
        };
    }
}
