namespace BatchTools;

/// <summary>What a watch saw of a job: its new state, or that it vanished.</summary>
/// <param name="Reference">The job as it was given to the watch.</param>
/// <param name="Job">The job as it is now; null if the service no longer knows it.</param>
/// <param name="IsLast">Whether nothing more will come for the job: it is where the watch waited for it to be, or vanished.</param>
internal sealed record JobChange(JobReference Reference, Job? Job, bool IsLast);
