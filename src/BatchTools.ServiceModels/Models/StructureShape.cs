namespace BatchTools.ServiceModels.Models;

/// <summary>An object with named members.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Members">Its members, in the model's order.</param>
/// <param name="IsException">Whether it is an error of the service.</param>
/// <param name="Status">The HTTP status of the error, where the model gives one.</param>
/// <param name="QueryCode">The error's name in the query protocol, where it is another one.</param>
internal sealed record StructureShape(string Name, IReadOnlyList<Member> Members, bool IsException = false, int? Status = null, string? QueryCode = null) : Shape(Name)
{
    /// <inheritdoc/>
    public override IEnumerable<string> References => Members.Select(member => member.Shape);
}
