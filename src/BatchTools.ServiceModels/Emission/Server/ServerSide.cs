using BatchTools.ServiceModels.Models;

namespace BatchTools.ServiceModels.Emission.Server;

/// <summary>The files of a service's server side: its types, the class to derive from and the dispatch.</summary>
internal static class ServerSide
{
    /// <summary>Every file: its name and its text.</summary>
    public static IEnumerable<(string Name, string Text)> Emit(ServiceModel model)
    {
        var types = new ServerTypes(model);
        var part = model.Customizations.NamespacePart;
        yield return ($"{part}Api", ServerApi.Emit(types));
        yield return ($"{part}Protocol", ServerProtocol.Emit(types));
        if (!model.Metadata.IsJsonOnly)
            yield return ($"{part}Shapes", ServerShapes.Emit(types));
        var inRequests = model.RequestStructures();
        foreach (var structure in model.Shapes.Values.OfType<StructureShape>().Where(structure => !structure.IsException))
            yield return ($"{part}.{structure.Name}", ServerStructure.Emit(types, structure, inRequests.Contains(structure.Name)));
        foreach (var enumeration in model.Shapes.Values.OfType<EnumShape>())
            yield return ($"{part}.{enumeration.Name}", ServerEnum.Emit(types, enumeration));
    }
}
