using BatchTools.ServiceModels.Models;

namespace BatchTools.ServiceModels.Emission.Server;

/// <summary>The engine's types: plain text for enums, so that what a client sent can be checked and shown as it was.</summary>
/// <param name="model">The service.</param>
internal sealed class ServerTypes(ServiceModel model) : TypeMap(model)
{
    /// <summary>The namespace of the hand-written half.</summary>
    public const string Api = "global::BatchTools.LocalEngine.Api";

    /// <summary>The namespace of the generated types.</summary>
    public string Namespace => $"BatchTools.LocalEngine.Api.{Model.Customizations.NamespacePart}";

    /// <inheritdoc/>
    public override string Reader => Api + ".WireReader";

    /// <inheritdoc/>
    protected override string Timestamp => "double";

    /// <inheritdoc/>
    public override string Structure(string name) => $"global::{Namespace}.{name}";

    /// <inheritdoc/>
    protected override string Enum(EnumShape shape) => "string";

    /// <inheritdoc/>
    protected override string ReadEnum(EnumShape shape, string reader) => $"{reader}.ReadText()";

    /// <inheritdoc/>
    protected override string EnumText(string value) => value;
}
