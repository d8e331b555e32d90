namespace BatchTools;

/// <summary>
/// How to connect to AWS. What is null is found as the AWS CLI finds it: environment variables, the profile in
/// AWS_PROFILE or the default one, the container's or instance's role.
/// </summary>
public sealed record AwsConnectionSettings
{
    /// <summary>The profile in ~/.aws/config or ~/.aws/credentials.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The AWS Region, such as us-east-1.</summary>
    public string? Region { get; init; }

    /// <summary>The address to call in place of the Region's own. Default: AWS_ENDPOINT_URL, if set.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>An access key id, used in place of a profile.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>The secret of the access key.</summary>
    public string? SecretAccessKey { get; init; }

    /// <summary>The session token of temporary credentials.</summary>
    public string? SessionToken { get; init; }

    /// <summary>Tells the settings without the secrets.</summary>
    /// <returns>The profile, Region and endpoint.</returns>
    public override string ToString() => $"Profile = {ProfileName}, Region = {Region}, Endpoint = {Endpoint}";
}
