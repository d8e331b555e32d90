using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Scheduling.Nodes;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>Carries out ListJobs: the jobs of a queue, newest first, or an array's children or a multi-node job's nodes, by index.</summary>
internal sealed class JobListing(EngineState state)
{
    private const int MostListed = 1000;
    private const int MostFiltered = 100;

    /// <exception cref="ServiceError">ClientException: the request names no list, or more than one.</exception>
    public ListJobsResponse List(ListJobsRequest request)
    {
        string?[] lists = [request.JobQueue, request.ArrayJobId, request.MultiNodeJobId];
        if (lists.Count(static list => !string.IsNullOrEmpty(list)) != 1)
            throw BatchErrors.Executing("Exactly one of jobQueue, arrayJobId and multiNodeJobId must be given");
        var status = Status(request.JobStatus);
        if (!string.IsNullOrEmpty(request.JobQueue))
            return ListQueue(request, status);
        return ListParts(request, status);
    }

    private ListJobsResponse ListQueue(ListJobsRequest request, JobState status)
    {
        if (!state.Queues.TryFind(request.JobQueue, out var queue))
            throw BatchErrors.QueueNotFound(request.JobQueue);
        var filter = JobFilter.Read(request.Filters);
        var size = Paging.Size(request.MaxResults, filter is null ? MostListed : MostFiltered);
        var before = Paging.Place(request.NextToken) ?? long.MaxValue;
        var found = filter switch
        {
            null => queue.Jobs.NewestFirst(status, before),
            { IsOfStatus: true } => queue.Jobs.NewestFirst(status, before).Where(filter.Matches),
            _ => queue.Jobs.NewestFirst(before).Where(filter.Matches),
        };
        var (page, next) = Paging.Page(found, size, static job => job.Submission.Sequence);
        return Answer(page, next);
    }

    private ListJobsResponse ListParts(ListJobsRequest request, JobState status)
    {
        // Filters do not apply to children and nodes.
        IReadOnlyList<ExecutableJob> parts = state.Jobs.Find(request.ArrayJobId is { Length: > 0 } id ? id : request.MultiNodeJobId!) switch
        {
            ArrayJob array when !string.IsNullOrEmpty(request.ArrayJobId) => array.Children,
            MultiNodeJob group when !string.IsNullOrEmpty(request.MultiNodeJobId) => group.Nodes,
            _ => [],
        };
        var after = Paging.Place(request.NextToken) ?? -1;
        var found = parts.Skip((int)Math.Clamp(after + 1, 0, parts.Count)).Where(part => part.State == status);
        var (page, next) = Paging.Page(found, Paging.Size(request.MaxResults, MostListed), static part => part.PartIndex!.Value);
        return Answer(page, next);
    }

    private ListJobsResponse Answer(IReadOnlyList<Job> page, string? next) => new()
    {
        JobSummaryList = [.. page.Select(job => JobDescriptions.Summarise(job, state.Names))],
        NextToken = next,
    };

    private static JobState Status(string? status) =>
        status is null ? JobState.Running : JobStateText.Parse(status) ?? throw BatchErrors.Executing($"Job status {Shortened.Text(status)} does not exist");
}
