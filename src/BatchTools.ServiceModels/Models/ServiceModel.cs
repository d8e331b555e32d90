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
    public HashSet<string> RequestStructures()
    {
        var found = new HashSet<string>();
        foreach (var operation in Operations)
            Collect(operation.Input, found);
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
