namespace BatchTools.LocalEngine.Running;

/// <summary>Runs attempts of jobs.</summary>
internal interface IJobRunner : IDisposable
{
    /// <summary>Begins an attempt and returns at once; what becomes of it is told from another thread.</summary>
    IRunningAttempt Start(IAttempt attempt);
}
