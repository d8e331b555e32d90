using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>A value that a workload file leaves to who runs it: <c>${param:name}</c> in its texts.</summary>
public sealed record WorkloadParameter
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What values it takes. Default: STRING.</summary>
    public WorkloadParameterType Type { get; init; } = WorkloadParameterType.STRING;

    /// <summary>The value where none is given; null: one must be given.</summary>
    public string? Default { get; init; }

    /// <summary>The only values that it takes; none: any of its type.</summary>
    public IReadOnlyList<string> AllowedValues { get; init => field = Indexable.Of(value); } = [];

    /// <summary>What it is for, in the words of the file; null if the file does not say.</summary>
    public string? Description { get; init; }

    /// <summary>The value that the file was read with; null where one is missing.</summary>
    public string? Value { get; init; }

    /// <summary>Its place in the file.</summary>
    internal string Where { get; init; } = "";

    /// <summary>Whether a text is a value of the type.</summary>
    internal bool Fits(string text) => Type switch
    {
        WorkloadParameterType.NUMBER => double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) && double.IsFinite(number),
        WorkloadParameterType.BOOLEAN => bool.TryParse(text, out _),
        _ => true,
    };

    /// <summary>The value as a node of the file.</summary>
    internal SourceScalar ToNode(SourcePlace? place) => Type switch
    {
        WorkloadParameterType.NUMBER => new(place, SourceScalarType.Number, Value!.Trim()),
        WorkloadParameterType.BOOLEAN => new(place, SourceScalarType.Boolean, bool.Parse(Value!) ? "true" : "false"),
        _ => new(place, SourceScalarType.Text, Value!),
    };

    /// <summary>Gives the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
