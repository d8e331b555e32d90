namespace BatchTools.LocalEngine.Running;

/// <summary>An attempt in the hands of a runner. Both calls may come at any time, also after the attempt's end.</summary>
internal interface IRunningAttempt
{
    /// <summary>Asks the attempt's processes to end (SIGTERM), and ends them (SIGKILL) where they are still there after 30 seconds.</summary>
    void Stop();

    /// <summary>Ends the attempt's processes at once.</summary>
    void Kill();

    /// <summary>All containers of the attempt's task have ended: what they shared is removed, on the calling thread. Most share nothing.</summary>
    void TaskOver()
    {
    }
}
