namespace BatchTools.Tests;

/// <summary>Streams for tests.</summary>
internal static class Streams
{
    /// <summary>References to jobs by id, as a stream.</summary>
    public static IAsyncEnumerable<JobReference> Of(params IEnumerable<string> ids) => ids.Select(id => JobReference.To(id)).ToAsyncEnumerable();
}
