namespace BatchTools.PowerShell.Pipeline;

/// <summary>Reads the results of one of several items.</summary>
internal static class ItemStreams
{
    /// <summary>Moves on to the next result. What is wrong with the item is its own error, and the next item has its turn.</summary>
    public static async Task<bool> NextOrReportAsync<T>(this IAsyncEnumerator<T> results, IReporter reporter)
    {
        try
        {
            return await results.MoveNextAsync();
        }
        catch (BatchException problem)
        {
            reporter.Error(problem);
            return false;
        }
    }
}
