using BatchTools.ServiceModels.Models;

namespace BatchTools.ServiceModels.Emission.Client;

/// <summary>The files of a service's client side.</summary>
internal static class ClientSide
{
    /// <summary>Every file: its name and its text.</summary>
    /// <exception cref="ModelException">The service speaks no protocol that the client has.</exception>
    public static IEnumerable<(string Name, string Text)> Emit(ServiceModel model, string endpointRules)
    {
        var types = new ClientTypes(model);
        yield return ($"I{types.Prefix}", ClientInterface.Emit(types));
        yield return ($"{types.Prefix}Client", new ClientClass(types).Emit());
        yield return ($"{types.Prefix}Config", ClientConfigClass.Emit(types));
        yield return ($"{types.Prefix}EndpointProvider", new EndpointProviderClass(types).Emit(endpointRules));
        yield return (ClientOperations.ClassName(types), ClientOperations.Emit(types));
        yield return ($"{types.Prefix}Request", RequestBase(types));

        var errors = new ClientErrors(types);
        yield return ($"{types.Prefix}Exception", errors.EmitBase());
        foreach (var error in model.Shapes.Values.OfType<StructureShape>().Where(structure => structure.IsException))
            yield return ($"{types.Prefix}.{error.Name}", errors.Emit(error));
        foreach (var enumeration in model.Shapes.Values.OfType<EnumShape>())
            yield return ($"{types.Prefix}.{enumeration.Name}", ClientEnum.Emit(types, enumeration));
        foreach (var file in Structures(types))
            yield return file;
    }

    private static IEnumerable<(string Name, string Text)> Structures(ClientTypes types)
    {
        var model = types.Model;
        var read = model.ResponseStructures();
        var written = model.RequestStructures();
        var bases = model.Operations.ToDictionary(operation => operation.Input.Name, _ => $"global::{types.Namespace}.{types.Prefix}Request");
        foreach (var operation in model.Operations)
            bases.Add(operation.Output.Name, "global::Amazon.Runtime.AmazonWebServiceResponse");
        foreach (var structure in model.Shapes.Values.OfType<StructureShape>().Where(structure => !structure.IsException))
        {
            bases.TryGetValue(structure.Name, out var baseClass);
            var text = new ClientStructure(types).Emit(structure, baseClass, read.Contains(structure.Name), written.Contains(structure.Name));
            yield return ($"{types.Prefix}.{structure.Name}", text);
        }
    }

    private static string RequestBase(ClientTypes types)
    {
        var code = new CodeWriter(types.Namespace);
        code.Line($"/// <summary>A request to {types.Model.Metadata.ServiceId}.</summary>");
        code.Open($"public partial class {types.Prefix}Request : global::Amazon.Runtime.AmazonWebServiceRequest");
        code.Close();
        return code.ToString();
    }
}
