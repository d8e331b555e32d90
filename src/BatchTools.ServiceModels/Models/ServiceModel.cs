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

    /// <summary>The model as the engine takes it: enums that the model does not list to the end are plain text.</summary>
    public ServiceModel ForServer() => this with { Shapes = Shaped(Shapes.Values.Select(Opened)) };

    /// <summary>The model as the client has it: the operations that it is to have and what they need.</summary>
    /// <exception cref="ModelException">The customizations name an operation that the model does not have.</exception>
    public ServiceModel ForClient()
    {
        var wanted = Customizations.ClientOperations;
        if (wanted.Count == 0)
            return this;
        var missing = wanted.FirstOrDefault(name => Operations.All(operation => operation.Name != name));
        if (missing is not null)
            throw new ModelException($"the customizations: there is no operation '{missing}' for the client");
        var operations = Operations.Where(operation => wanted.Contains(operation.Name)).ToList();
        var errors = new HashSet<string>(operations.SelectMany(operation => operation.Errors));
        var roots = operations.SelectMany(operation => new[] { operation.Input, operation.Output })
            .Concat(Shapes.Values.OfType<StructureShape>().Where(shape => errors.Contains(shape.Name)));
        var needed = Needed(roots);
        return this with { Operations = operations, Shapes = Shaped(Shapes.Values.Where(shape => needed.Contains(shape.Name))) };
    }

    private static SortedDictionary<string, Shape> Shaped(IEnumerable<Shape> shapes)
    {
        var result = new SortedDictionary<string, Shape>(StringComparer.Ordinal);
        foreach (var shape in shapes)
            result[shape.Name] = shape;
        return result;
    }

    private Shape Opened(Shape shape) =>
        shape is EnumShape && Customizations.OpenEnums.Contains(shape.Name) ? new TextShape(shape.Name, default, null) : shape;

    private HashSet<string> Needed(IEnumerable<StructureShape> roots)
    {
        var found = new HashSet<string>();
        var open = new Stack<Shape>(roots);
        while (open.Count > 0)
        {
            var shape = open.Pop();
            if (!found.Add(shape.Name))
                continue;
            foreach (var reference in shape.References)
                open.Push(Shapes[reference]);
        }
        return found;
    }

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
