namespace BatchTools.LocalEngine.Api.Batch;

internal sealed partial class LocalBatchApi
{
    public override Task<CancelJobsResponse> CancelJobsAsync(CancelJobsRequest request, CancellationToken cancellationToken)
    {
        SubmissionRules.CheckEndReason(request.Reason);
        var (named, errors) = Split(request.Jobs!);
        foreach (var id in named)
            scheduler.Cancel(id, request.Reason!);
        return Task.FromResult(new CancelJobsResponse { Successful = named, Errors = errors });
    }

    public override Task<TerminateJobsResponse> TerminateJobsAsync(TerminateJobsRequest request, CancellationToken cancellationToken)
    {
        SubmissionRules.CheckEndReason(request.Reason);
        var (named, errors) = Split(request.Jobs!);
        foreach (var id in named)
            scheduler.Terminate(id, request.Reason!);
        return Task.FromResult(new TerminateJobsResponse { Successful = named, Errors = errors });
    }

    // As with single calls, an id that names no job is no error; one that is empty is.
    private static (List<string> Named, List<JobActionError> Errors) Split(List<string> jobs) =>
    (
        jobs.FindAll(static id => id.Length > 0),
        jobs.FindAll(static id => id.Length == 0)
            .ConvertAll(static id => new JobActionError { Job = id, Code = "ClientException", Message = "jobId must not be empty" })
    );
}
