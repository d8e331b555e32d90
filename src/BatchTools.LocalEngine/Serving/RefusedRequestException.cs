namespace BatchTools.LocalEngine.Serving;

/// <summary>What came over a connection is no request that is taken; what follows on it cannot be told apart any more.</summary>
/// <param name="status">The status code of the answer.</param>
/// <param name="type">The error's type.</param>
/// <param name="message">What is wrong.</param>
internal sealed class RefusedRequestException(int status, string type, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Type { get; } = type;
}
