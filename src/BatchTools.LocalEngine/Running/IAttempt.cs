namespace BatchTools.LocalEngine.Running;

/// <summary>
/// An attempt as its runner sees it: what to run, and whom to tell. <see cref="Prepare"/> is called first, then
/// <see cref="Started"/> at most once, then <see cref="Ended"/> once; all on a thread of the runner.
/// </summary>
internal interface IAttempt
{
    /// <summary>Names the attempt alike in every run of the same jobs: by the job's place among all and the attempt's number.</summary>
    string Key { get; }

    /// <summary>The runner that its compute environment asks for; null for the engine's own.</summary>
    RunnerKind? Runner { get; }

    /// <summary>What to run.</summary>
    /// <exception cref="AttemptStartException">It cannot be run; the message says why.</exception>
    AttemptStart Prepare();

    /// <summary>The job's main process runs.</summary>
    void Started(int processId);

    /// <summary>The main process ended and all of its output was handed over, or it could not be started.</summary>
    void Ended(AttemptEnd end);
}
