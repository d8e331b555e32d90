using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Storage.Changes;

/// <summary>A job was submitted, or the tags of its submission have changed.</summary>
internal sealed class JobAdded(JobSubmission Submission, SubmitJobRequest Request) : StateChange
{
    public override void Apply(StateStatements statements) => statements.AddJob(
        Submission.Sequence,
        Submission.Id,
        Submission.Queue.Id.ToString("N"),
        Submission.Queue.Name,
        Submission.Definition.Arn,
        Submission.CreatedAt,
        StateStore.Encode(Request.Write));
}
