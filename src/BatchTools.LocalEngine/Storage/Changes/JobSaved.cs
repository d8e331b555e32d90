using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Storage.Changes;

/// <summary>A job's or child's state as it was when the change was made.</summary>
internal sealed class JobSaved : StateChange
{
    private readonly long _job;
    private readonly int _child;
    private readonly JobState _state;
    private readonly JobFlags _flags;
    private readonly string? _reason;
    private readonly string? _endReason;
    private readonly long _started;
    private readonly long _stopped;
    private readonly Attempt[] _attempts;

    public JobSaved(Job job)
    {
        _job = job.Submission.Sequence;
        _child = job.PartIndex ?? StateSchema.NoChild;
        _state = job.State;
        _flags = (job.IsCancelled ? JobFlags.Cancelled : 0) | (job.IsTerminated ? JobFlags.Terminated : 0);
        _reason = job.StatusReason;
        _endReason = job.EndReason;
        _started = job.StartedAt;
        _stopped = job.StoppedAt;
        _attempts = (job as ExecutableJob)?.Attempts ?? [];
    }

    /// <summary>The row that it writes.</summary>
    public (long Job, int Part) Place => (_job, _child);

    public override bool NeedsLogs => _attempts.Length > 0 && _attempts[^1].IsOver;

    public override void Apply(StateStatements statements) => statements.SaveState(
        _job, _child, (int)_state, (int)_flags, _reason, _endReason, _started, _stopped, AttemptCodec.Encode(_attempts));
}
