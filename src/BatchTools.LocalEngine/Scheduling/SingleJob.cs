namespace BatchTools.LocalEngine.Scheduling;

/// <summary>A job of its own.</summary>
internal sealed class SingleJob(JobSubmission submission) : ExecutableJob(submission)
{
    public override string Id => Submission.Id;
}
