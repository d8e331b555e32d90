namespace BatchTools.LocalEngine.Api.Batch;

// Service jobs run on Amazon SageMaker AI, which no machine of one's own has: none can be submitted, so there are none.
internal sealed partial class LocalBatchApi
{
    public override Task<SubmitServiceJobResponse> SubmitServiceJobAsync(SubmitServiceJobRequest request, CancellationToken cancellationToken) => LockedAsync<SubmitServiceJobResponse>(() =>
    {
        NameRules.CheckJob(request.JobName);
        TagRules.Check(request.Tags);
        var queue = FindQueue(request.JobQueue);
        if (queue.Detail.JobQueueType != JobQueueType.SAGEMAKER_TRAINING)
            throw BatchErrors.Executing($"JobQueue {queue.Name} takes no service jobs: it has no service environments");
        throw ServiceError.Client("The local engine cannot run service jobs: they need Amazon SageMaker AI. Give a job definition and SubmitJob, or submit it to AWS.");
    });

    public override Task<DescribeServiceJobResponse> DescribeServiceJobAsync(DescribeServiceJobRequest request, CancellationToken cancellationToken) =>
        throw ServiceJobNotFound(request.JobId);

    public override Task<ListServiceJobsResponse> ListServiceJobsAsync(ListServiceJobsRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        FindQueue(request.JobQueue);
        Paging.Place(request.NextToken);
        Paging.Size(request.MaxResults, MostResources);
        return new ListServiceJobsResponse { JobSummaryList = [] };
    });

    public override Task<UpdateServiceJobResponse> UpdateServiceJobAsync(UpdateServiceJobRequest request, CancellationToken cancellationToken) =>
        throw ServiceJobNotFound(request.JobId);

    // As with other jobs, an id that names nothing is no error here.
    public override Task<TerminateServiceJobResponse> TerminateServiceJobAsync(TerminateServiceJobRequest request, CancellationToken cancellationToken)
    {
        SubmissionRules.CheckEndReason(request.Reason);
        return Task.FromResult(new TerminateServiceJobResponse());
    }

    private static ServiceError ServiceJobNotFound(string? id) =>
        ServiceError.Client($"Service job {Shortened.Text(id ?? "")} not found: the local engine has no service jobs.");
}
