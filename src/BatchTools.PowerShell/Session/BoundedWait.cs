namespace BatchTools.PowerShell.Session;

/// <summary>Asynchronous work where PowerShell leaves no room for it (completers, the end of a runspace): off this thread, for a limited time.</summary>
internal static class BoundedWait
{
    /// <summary>Starts work on the thread pool and waits for its end.</summary>
    /// <param name="work">The work; it goes on when the time is up.</param>
    /// <param name="limit">How long to wait.</param>
    /// <returns>Whether it has ended, well or not.</returns>
    public static bool For(Func<Task> work, TimeSpan limit)
    {
        var ended = new ManualResetEventSlim();
        _ = Task.Run(work).ContinueWith(_ => ended.Set(), TaskScheduler.Default);
        return ended.Wait(limit);
    }
}
