namespace BatchTools.ServiceModels.Models;

/// <summary>What a model says of its service as a whole.</summary>
/// <param name="ServiceId">The service's id, such as <c>CloudWatch Logs</c>.</param>
/// <param name="ApiVersion">The version of the API, a date.</param>
/// <param name="EndpointPrefix">The first part of its host name.</param>
/// <param name="SigningName">The service name in the signature's scope.</param>
/// <param name="Protocol">How operations travel.</param>
/// <param name="JsonVersion">The version in the content type of <see cref="WireProtocol.Json"/>.</param>
/// <param name="TargetPrefix">What stands before the operation in <c>X-Amz-Target</c>.</param>
internal sealed record ServiceMetadata(
    string ServiceId,
    string ApiVersion,
    string EndpointPrefix,
    string SigningName,
    WireProtocol Protocol,
    string JsonVersion,
    string TargetPrefix);
