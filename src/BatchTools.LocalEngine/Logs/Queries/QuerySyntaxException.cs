namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>A text is no query.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="start">Where the wrong part begins: characters from the text's start.</param>
/// <param name="end">Where it ends.</param>
internal sealed class QuerySyntaxException(string message, int start, int end) : Exception(message)
{
    public int Start { get; } = start;

    public int End { get; } = end;
}
