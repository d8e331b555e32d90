using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace BatchTools.Aws.Wire;

/// <summary>What all operations of a service have in common.</summary>
/// <param name="Name">The service's namespace, which the SDK shows in its metrics.</param>
/// <param name="ApiVersion">The version of its API, a date.</param>
/// <param name="ContentType">The content type of its requests.</param>
/// <param name="TargetPrefix">What stands before an operation in <c>X-Amz-Target</c>; empty for rest-json.</param>
/// <param name="CreateError">Makes the exception of an error: of its own class where the model has one, else the service's.</param>
internal sealed record ServiceDescription(
    string Name,
    string ApiVersion,
    string ContentType,
    string TargetPrefix,
    Func<ErrorResponse, ErrorBody, AmazonServiceException> CreateError);
