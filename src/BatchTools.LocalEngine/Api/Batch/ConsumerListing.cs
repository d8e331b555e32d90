using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Scheduling.Plans;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>Carries out ListJobsByConsumableResource: the jobs that need a resource and have not ended, newest first.</summary>
internal sealed class ConsumerListing(EngineState state)
{
    private const int MostListed = 100;

    /// <exception cref="ServiceError">ClientException: a filter does not exist.</exception>
    public ListJobsByConsumableResourceResponse List(ConsumableResource resource, ListJobsByConsumableResourceRequest request)
    {
        var before = Paging.Place(request.NextToken) ?? long.MaxValue;
        var matches = ReadFilters(request.Filters);
        var found = state.Jobs.All
            .Where(job => job.Submission.Sequence < before && QuantityOf(job, resource) > 0 && matches(job))
            .OrderByDescending(static job => job.Submission.Sequence);
        var (page, next) = Paging.Page(found, Paging.Size(request.MaxResults, MostListed), static job => job.Submission.Sequence);
        return new ListJobsByConsumableResourceResponse { Jobs = [.. page.Select(job => Summarise(job, resource))], NextToken = next };
    }

    private static Func<Job, bool> ReadFilters(List<KeyValuesPair>? filters)
    {
        Func<Job, bool> isOfStatus = static job => !job.IsOver;
        Func<Job, bool> isOfName = static _ => true;
        foreach (var filter in filters ?? [])
        {
            var values = filter.Values ?? [];
            switch (filter.Name)
            {
                case "JOB_STATUS":
                    isOfStatus = job => values.Contains(job.State.Text());
                    break;
                case "JOB_NAME":
                    isOfName = job => values.Exists(value => NamePatterns.Matches(job.Submission.Name, value, StringComparison.OrdinalIgnoreCase));
                    break;
                default:
                    throw BatchErrors.Executing($"Filter {Shortened.Text(filter.Name ?? "")} does not exist");
            }
        }

        return job => isOfStatus(job) && isOfName(job);
    }

    private long QuantityOf(Job job, ConsumableResource resource) => job.Submission.Plans
        .SelectMany(static plan => plan.Consumables)
        .Where(need => state.Names.NameOf(need.Resource, "consumable-resource") == resource.Name)
        .Sum(static need => need.Quantity);

    private ListJobsByConsumableResourceSummary Summarise(Job job, ConsumableResource resource) => new()
    {
        JobArn = state.Names.Job(job.Id),
        JobName = job.Submission.Name,
        JobDefinitionArn = job.Submission.Definition.Arn,
        JobQueueArn = job.Submission.Queue.Arn,
        JobStatus = job.State.Text(),
        StatusReason = job.StatusReason,
        ShareIdentifier = job.Submission.ShareIdentifier,
        CreatedAt = job.Submission.CreatedAt,
        StartedAt = job.StartedAt == 0 ? null : job.StartedAt,
        Quantity = QuantityOf(job, resource),
        ConsumableResourceProperties = new ConsumableResourceProperties
        {
            ConsumableResourceList = [.. job.Submission.Plans.SelectMany(static plan => plan.Consumables).Distinct().Select(Describe)],
        },
    };

    private static ConsumableResourceRequirement Describe(ConsumableNeed need) => new() { ConsumableResource = need.Resource, Quantity = need.Quantity };
}
