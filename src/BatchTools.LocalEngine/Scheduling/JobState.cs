using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>The states of a job, in the order in which it passes them. The numbers are on disk.</summary>
internal enum JobState
{
    Submitted = 0,
    Pending = 1,
    Runnable = 2,
    Starting = 3,
    Running = 4,
    Succeeded = 5,
    Failed = 6,
}

/// <summary>The states as AWS writes them.</summary>
internal static class JobStateText
{
    private static readonly string[] Texts =
    [
        JobStatus.SUBMITTED, JobStatus.PENDING, JobStatus.RUNNABLE, JobStatus.STARTING, JobStatus.RUNNING, JobStatus.SUCCEEDED, JobStatus.FAILED,
    ];

    public static string Text(this JobState state) => Texts[(int)state];

    public static bool IsTerminal(this JobState state) => state >= JobState.Succeeded;

    /// <summary>The state that AWS writes so; null for none.</summary>
    public static JobState? Parse(string text) => Array.IndexOf(Texts, text) is var index and >= 0 ? (JobState)index : null;
}
