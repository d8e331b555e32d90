namespace BatchTools.ServiceModels.Models;

/// <summary>A service as its model file describes it.</summary>
/// <param name="Metadata">The service as a whole.</param>
/// <param name="Operations">Its operations, by name.</param>
/// <param name="Shapes">Its types by name, with the requests and answers under their class names.</param>
/// <param name="Customizations">Where the public face differs from the model.</param>
internal sealed record ServiceModel(
    ServiceMetadata Metadata,
    IReadOnlyList<Operation> Operations,
    IReadOnlyDictionary<string, Shape> Shapes,
    Customizations Customizations)
{
    /// <summary>The structures that a request can hold, requests included.</summary>
    public HashSet<string> RequestStructures() => Reachable(Operations.Select(operation => operation.Input));

    /// <summary>The structures that an answer or an error can hold, answers included.</summary>
    public HashSet<string> ResponseStructures() => Reachable(
        Operations.Select(operation => operation.Output).Concat(Shapes.Values.OfType<StructureShape>().Where(shape => shape.IsException)));

    private HashSet<string> Reachable(IEnumerable<StructureShape> from)
    {
        var found = new HashSet<string>();
        foreach (var structure in from)
            Collect(structure, found);
        return found;
    }

    private void Collect(Shape shape, HashSet<string> found)
    {
        switch (shape)
        {
            case StructureShape structure when found.Add(structure.Name):
                foreach (var member in structure.Members)
                    Collect(Shapes[member.Shape], found);
                break;
            case ListShape list:
                Collect(Shapes[list.Item], found);
                break;
            case MapShape map:
                Collect(Shapes[map.Value], found);
                break;
        }
    }
}
