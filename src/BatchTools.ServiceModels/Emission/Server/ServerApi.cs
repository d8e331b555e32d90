using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission.Server;

/// <summary>Writes the class that the engine derives from: one virtual method an operation.</summary>
internal static class ServerApi
{
    /// <summary>The class's file.</summary>
    public static string Emit(ServerTypes types)
    {
        var service = types.Model.Customizations;
        var code = new CodeWriter(types.Namespace);
        code.Open($"internal abstract class {service.NamespacePart}Api");
        foreach (var operation in types.Model.Operations)
        {
            code.Line($"public virtual global::System.Threading.Tasks.Task<{operation.Output.Name}> {operation.Name}Async({operation.Input.Name} request, global::System.Threading.CancellationToken cancellationToken) =>");
            code.Continue($"throw {ServerTypes.Api}.ServiceError.NotOffered({CSharpNames.Literal(operation.Name)}, {CSharpNames.Literal(service.ValidationError)});");
            code.Line();
        }
        code.Close();
        return code.ToString();
    }
}
