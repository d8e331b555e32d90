namespace BatchTools.ServiceModels.Models;

/// <summary>What a model says of its service as a whole.</summary>
/// <param name="ServiceId">The service's id, such as <c>CloudWatch Logs</c>.</param>
/// <param name="ApiVersion">The version of the API, a date.</param>
/// <param name="EndpointPrefix">The first part of its host name.</param>
/// <param name="SigningName">The service name in the signature's scope.</param>
/// <param name="Protocols">The ways in which operations can travel; the one that AWS's clients prefer first.</param>
/// <param name="JsonVersion">The version in the content type of <see cref="WireProtocol.Json"/>.</param>
/// <param name="TargetPrefix">What stands before the operation in <c>X-Amz-Target</c> and in CBOR's paths.</param>
/// <param name="XmlNamespace">The namespace of XML answers.</param>
internal sealed record ServiceMetadata(
    string ServiceId,
    string ApiVersion,
    string EndpointPrefix,
    string SigningName,
    IReadOnlyList<WireProtocol> Protocols,
    string JsonVersion,
    string TargetPrefix,
    string XmlNamespace)
{
    /// <summary>Whether every way is JSON, where a member's name in the model is its name on the wire.</summary>
    public bool IsJsonOnly => Protocols.All(protocol => protocol is WireProtocol.RestJson or WireProtocol.Json);

    /// <summary>The way that the client takes: JSON where the service speaks it, else EC2's forms.</summary>
    /// <exception cref="ModelException">The service speaks neither.</exception>
    public WireProtocol ClientProtocol
    {
        get
        {
            WireProtocol[] spoken = [WireProtocol.RestJson, WireProtocol.Json, WireProtocol.Ec2];
            var common = Protocols.Where(protocol => spoken.Contains(protocol)).OrderBy(protocol => Array.IndexOf(spoken, protocol)).ToList();
            return common.Count > 0 ? common[0] : throw new ModelException("a client of a service that speaks neither JSON nor EC2's forms is not generated");
        }
    }
}
