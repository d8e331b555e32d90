namespace BatchTools.LocalEngine.Api.EC2;

/// <summary>EC2's errors, in its words.</summary>
internal static class EC2Errors
{
    public static ServiceError InvalidFilter(string name) => new("InvalidParameterValue", $"The filter '{Shortened.Text(name)}' is invalid");

    public static ServiceError InvalidToken(string token) => new("InvalidParameterValue", $"Unable to parse pagination token '{Shortened.Text(token)}'");

    /// <summary>Something that the request names is not there.</summary>
    /// <param name="code">Such as <c>InvalidVpcID.NotFound</c>.</param>
    /// <param name="kind">Such as <c>vpc ID</c>.</param>
    /// <param name="id">What the request names.</param>
    public static ServiceError NotFound(string code, string kind, string id) => new(code, $"The {kind} '{Shortened.Text(id)}' does not exist");
}
