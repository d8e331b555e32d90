using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Api.Batch;

internal sealed partial class LocalBatchApi
{
    private const int MostDescribedJobs = 100;

    public override Task<SubmitJobResponse> SubmitJobAsync(SubmitJobRequest request, CancellationToken cancellationToken)
    {
        SubmissionRules.Check(request);
        return LockedAsync(() =>
        {
            var queue = FindQueue(request.JobQueue);
            var definition = state.Definitions.FindActive(request.JobDefinition!) ?? throw BatchErrors.DefinitionNotActive(request.JobDefinition);
            SubmissionRules.Check(request, queue, definition.Detail, state.Now);
            CheckConsumables(request.ConsumableResourcePropertiesOverride ?? definition.Detail.ConsumableResourceProperties);
            var dependencies = DependencyReader.Read(state.Jobs, request);
            var submission = new JobSubmission(
                state.NextSequence(), Guid.NewGuid().ToString(), state.Now, SubmissionRules.Normalise(request), definition, queue);
            scheduler.Submit(submission, dependencies);
            return new SubmitJobResponse { JobId = submission.Id, JobName = submission.Name, JobArn = state.Names.Job(submission.Id) };
        });
    }

    public override Task<DescribeJobsResponse> DescribeJobsAsync(DescribeJobsRequest request, CancellationToken cancellationToken)
    {
        if (request.Jobs!.Count > MostDescribedJobs)
            throw BatchErrors.Executing($"Maximum number of jobs supported is  {MostDescribedJobs} .");
        return LockedAsync(() => new DescribeJobsResponse
        {
            Jobs = [.. request.Jobs
                .Select(state.Jobs.Find)
                .OfType<Job>()
                .Distinct()
                .Select(job => JobDescriptions.Describe(job, state.Names, state.Identity))],
        });
    }

    public override Task<ListJobsResponse> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken) =>
        LockedAsync(() => new JobListing(state).List(request));

    public override Task<CancelJobResponse> CancelJobAsync(CancelJobRequest request, CancellationToken cancellationToken)
    {
        SubmissionRules.CheckEndReason(request.Reason);
        scheduler.Cancel(request.JobId!, request.Reason!);
        return Task.FromResult(new CancelJobResponse());
    }

    public override Task<TerminateJobResponse> TerminateJobAsync(TerminateJobRequest request, CancellationToken cancellationToken)
    {
        SubmissionRules.CheckEndReason(request.Reason);
        scheduler.Terminate(request.JobId!, request.Reason!);
        return Task.FromResult(new TerminateJobResponse());
    }

    private void CheckConsumables(ConsumableResourceProperties? properties)
    {
        foreach (var entry in properties?.ConsumableResourceList ?? [])
            FindConsumable(entry.ConsumableResource);
    }
}
