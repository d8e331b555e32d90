namespace BatchTools.ServiceModels.Models;

/// <summary>A list.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Item">The name of its items' shape.</param>
/// <param name="Count">How many items it may hold.</param>
/// <param name="ItemName">The name of an item in XML, where it is not <c>member</c>.</param>
internal sealed record ListShape(string Name, string Item, Bounds Count, string? ItemName = null) : Shape(Name)
{
    /// <inheritdoc/>
    public override IEnumerable<string> References => [Item];
}
