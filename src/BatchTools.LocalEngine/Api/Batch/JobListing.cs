using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>Carries out ListJobs: the jobs of a queue, newest first, or an array's children, by index.</summary>
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
        return string.IsNullOrEmpty(request.ArrayJobId)
            ? new ListJobsResponse { JobSummaryList = [] }
            : ListChildren(request, status);
    }

    private ListJobsResponse ListQueue(ListJobsRequest request, JobState status)
    {
        if (!state.Queues.TryFind(request.JobQueue, out var queue))
            throw BatchErrors.QueueNotFound(request.JobQueue);
        var filter = JobFilter.Read(request.Filters, status);
        var size = Paging.Size(request.MaxResults, filter is null ? MostListed : MostFiltered);
        var before = Paging.Place(request.NextToken) ?? long.MaxValue;
        var found = NewestFirst(queue.Jobs, before);
        found = filter is null
            ? Limited(found.Where(job => job.State == status), before == long.MaxValue ? queue.Counts[status] : int.MaxValue)
            : found.Where(filter);
        var (page, next) = Paging.Page(found, size, static job => job.Submission.Sequence);
        return Answer(page, next);
    }

    private ListJobsResponse ListChildren(ListJobsRequest request, JobState status)
    {
        if (state.Jobs.Find(request.ArrayJobId!) is not ArrayJob array)
            return new ListJobsResponse { JobSummaryList = [] };
        var after = Paging.Place(request.NextToken) ?? -1;
        var found = array.Children.Skip((int)Math.Clamp(after + 1, 0, array.Children.Length)).Where(child => child.State == status);
        var (page, next) = Paging.Page(found, Paging.Size(request.MaxResults, MostListed), static child => child.Index);
        return Answer(page, next);
    }

    private ListJobsResponse Answer(IReadOnlyList<Job> page, string? next) => new()
    {
        JobSummaryList = [.. page.Select(job => JobDescriptions.Summarise(job, state.Names))],
        NextToken = next,
    };

    // The jobs stand in the order of their submission, so the place of the token is found by halving.
    private static IEnumerable<Job> NewestFirst(List<Job> jobs, long before)
    {
        int low = 0, high = jobs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (jobs[middle].Submission.Sequence < before)
                low = middle + 1;
            else
                high = middle;
        }

        for (var index = low - 1; index >= 0; index--)
            yield return jobs[index];
    }

    // Looks no further once all that there are have been found.
    private static IEnumerable<Job> Limited(IEnumerable<Job> jobs, int count) => jobs.Take(count);

    private static JobState Status(string? status) =>
        status is null ? JobState.Running : JobStateText.Parse(status) ?? throw BatchErrors.Executing($"Job status {Shortened.Text(status)} does not exist");
}
