using BatchTools.ServiceModels.Models;
using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission.Client;

/// <summary>The client's types: those of AWS SDK for .NET, version 4.</summary>
/// <param name="model">The service.</param>
internal sealed class ClientTypes(ServiceModel model) : TypeMap(model)
{
    /// <summary>The namespace of the hand-written half.</summary>
    public const string Wire = "global::BatchTools.Aws.Wire";

    private const string InitializeCollections = "global::Amazon.AWSConfigs.InitializeCollections";

    /// <summary>The namespace of the client, its configuration and its enums.</summary>
    public string Namespace => $"Amazon.{Model.Customizations.NamespacePart}";

    /// <summary>The namespace of requests, answers and structures.</summary>
    public string ModelNamespace => Namespace + ".Model";

    /// <summary>What the client's own types begin with, such as <c>AmazonBatch</c>.</summary>
    public string Prefix => "Amazon" + Model.Customizations.NamespacePart;

    /// <inheritdoc/>
    public override string Reader => Wire + (IsEc2 ? ".XmlAnswerReader" : ".WireReader");

    /// <inheritdoc/>
    public override string Writer => IsEc2 ? Wire + ".FormWriter" : base.Writer;

    private bool IsEc2 => Model.Metadata.ClientProtocol == WireProtocol.Ec2;

    /// <inheritdoc/>
    protected override string Timestamp => "global::System.DateTime";

    /// <inheritdoc/>
    public override string Structure(string name) => $"global::{ModelNamespace}.{name}";

    /// <inheritdoc/>
    public override string TypeOf(StructureShape owner, Member member) =>
        IsMillisecondTime(owner, member) ? Timestamp : base.TypeOf(owner, member);

    /// <inheritdoc/>
    public override string Read(StructureShape owner, Member member, string reader) =>
        IsMillisecondTime(owner, member) ? $"{reader}.ReadMilliseconds()" : base.Read(owner, member, reader);

    /// <inheritdoc/>
    public override string Write(StructureShape owner, Member member, string value) =>
        IsMillisecondTime(owner, member) ? $"writer.WriteMillisecondsValue({value})" : base.Write(owner, member, value);

    /// <inheritdoc/>
    public override string ReadName(Member member) => IsEc2 ? CSharpNames.Literal(member.LocationName) : base.ReadName(member);

    /// <inheritdoc/>
    public override string WriteName(Member member) => IsEc2 ? CSharpNames.Literal(CSharpNames.Property(member.LocationName)) : base.WriteName(member);

    /// <inheritdoc/>
    public override string Present(Member member, string local)
    {
        var property = "this." + CSharpNames.Property(member);
        if (member.IdempotencyToken)
            property = $"({property} ?? global::System.Guid.NewGuid().ToString())";
        var present = $"{property} is {{ }} {local}";
        return IsCollection(member) ? $"{present} && ({local}.Count > 0 || !{InitializeCollections})" : present;
    }

    /// <summary>What a property is set to at first: collections are null, as in version 4, unless the host asks otherwise.</summary>
    public string Initial(Member member) => IsCollection(member) ? $" = {InitializeCollections} ? new() : null;" : "";

    /// <inheritdoc/>
    protected override string Enum(EnumShape shape) => $"global::{Namespace}.{shape.Name}";

    /// <inheritdoc/>
    protected override string ReadEnum(EnumShape shape, string reader) => $"{Enum(shape)}.FindValue({reader}.ReadText())";

    /// <inheritdoc/>
    protected override string EnumText(string value) => value + ".Value";

    private bool IsCollection(Member member) => Model.Shapes[member.Shape] is ListShape or MapShape;

    private bool IsMillisecondTime(StructureShape owner, Member member) =>
        Model.Customizations.MillisecondTimes.Contains(owner.Name + "." + member.Name);
}
