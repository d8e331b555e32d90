namespace BatchTools.ServiceModels.Models;

/// <summary>A map with text keys.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Key">The name of its keys' shape.</param>
/// <param name="Value">The name of its values' shape.</param>
/// <param name="Count">How many entries it may hold.</param>
internal sealed record MapShape(string Name, string Key, string Value, Bounds Count) : Shape(Name)
{
    /// <inheritdoc/>
    public override IEnumerable<string> References => [Key, Value];
}
