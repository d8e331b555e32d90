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
        code.Line($"private static readonly OperationTable<{part}Api> Operations = {Table(model)}");
        code.Line("[");
        code.Indent();
        foreach (var operation in model.Operations)
            Row(code, model, operation);
        code.Outdent();
        code.Line("]);");
        code.Line();
        code.Line($"public static global::System.Threading.Tasks.Task<ServiceReply> DispatchAsync({part}Api api, ServiceRequest request, global::System.Threading.CancellationToken cancellationToken) =>");
        code.Continue("Operations.DispatchAsync(api, request, cancellationToken);");
        code.Close();
        return code.ToString();
    }

    private static string Table(ServiceModel model)
    {
        var error = CSharpNames.Literal(model.Customizations.ValidationError);
        return model.Metadata.Protocol == WireProtocol.RestJson
            ? $"new(new RestJsonProtocol({error}),"
            : $"new(new JsonProtocol({error}, {CSharpNames.Literal(model.Metadata.TargetPrefix)}, {CSharpNames.Literal(model.Metadata.JsonVersion)}),";
    }

    private static void Row(CodeWriter code, ServiceModel model, Operation operation)
    {
        code.Open($"new({CSharpNames.Literal(operation.Name)}, {CSharpNames.Literal(operation.Method)}, {CSharpNames.Literal(operation.Path)}, static async (api, call, cancellationToken) =>");
        code.Line($"var input = call.ReadBody({operation.Input.Name}.Read);");
        foreach (var member in operation.Input.Members.Where(member => member.Location != MemberLocation.Body))
            code.Line($"input.{CSharpNames.Property(member.Name)} = {Bound(model, member)};");
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
