using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling;

namespace BatchTools.LocalEngine.Api.Batch;

internal sealed partial class LocalBatchApi
{
    public override Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        SetTags(request.ResourceArn!, tags => TagRules.Add(tags, request.Tags!));
        return new TagResourceResponse();
    });

    public override Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        SetTags(request.ResourceArn!, tags => TagRules.Remove(tags, request.TagKeys!));
        return new UntagResourceResponse();
    });

    public override Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken) => LockedAsync(() => new ListTagsForResourceResponse
    {
        Tags = FindTagged(request.ResourceArn!) switch
        {
            ComputeEnvironment environment => environment.Detail.Tags ?? [],
            JobQueue queue => queue.Detail.Tags ?? [],
            JobDefinitionRevision definition => definition.Detail.Tags ?? [],
            SchedulingPolicy policy => policy.Detail.Tags ?? [],
            ConsumableResource resource => resource.Detail.Tags ?? [],
            ServiceEnvironment environment => environment.Detail.Tags ?? [],
            QuotaShare share => share.Detail.Tags ?? [],
            Job job => job.Submission.Request.Tags ?? [],
            _ => [],
        },
    });

    private void SetTags(string arn, Func<Dictionary<string, string>?, Dictionary<string, string>> change)
    {
        switch (FindTagged(arn))
        {
            case ComputeEnvironment environment:
                var tags = change(environment.Detail.Tags);
                RunnerTag.Check(tags);
                EnvironmentLimits.Check(tags);
                var tagged = environment.Detail.Clone();
                tagged.Tags = tags;
                environment.Detail = tagged;
                state.Store.Save(environment);
                scheduler.Reconsider();
                break;
            case JobQueue queue:
                queue.Detail = queue.Detail.Clone();
                queue.Detail.Tags = change(queue.Detail.Tags);
                state.Store.Save(queue);
                break;
            case JobDefinitionRevision definition:
                definition.Detail = definition.Detail.Clone();
                definition.Detail.Tags = change(definition.Detail.Tags);
                state.Store.Save(definition);
                break;
            case SchedulingPolicy policy:
                policy.Detail = policy.Detail.Clone();
                policy.Detail.Tags = change(policy.Detail.Tags);
                state.Store.Save(policy);
                break;
            case ConsumableResource resource:
                resource.Detail = resource.Detail.Clone();
                resource.Detail.Tags = change(resource.Detail.Tags);
                state.Store.Save(resource);
                break;
            case ServiceEnvironment service:
                service.Detail = service.Detail.Clone();
                service.Detail.Tags = change(service.Detail.Tags);
                state.Store.Save(service);
                break;
            case QuotaShare share:
                share.Detail = share.Detail.Clone();
                share.Detail.Tags = change(share.Detail.Tags);
                state.Store.Save(share);
                break;
            case Job job:
                job.Submission.Request = job.Submission.Request.Clone();
                job.Submission.Request.Tags = change(job.Submission.Request.Tags);
                state.Store.AddJob(job.Submission);
                break;
        }
    }

    // Children and nodes have no tags of their own.
    private object FindTagged(string arn)
    {
        if (!arn.StartsWith("arn:", StringComparison.Ordinal))
            throw ServiceError.Client($"'{Shortened.Text(arn)}' is no ARN.");
        if (state.Environments.TryFind(arn, out var environment))
            return environment;
        if (state.Queues.TryFind(arn, out var queue))
            return queue;
        if (state.Definitions.Find(arn) is [.., var definition])
            return definition;
        if (state.SchedulingPolicies.TryFind(arn, out var policy))
            return policy;
        if (state.ConsumableResources.TryFind(arn, out var resource))
            return resource;
        if (state.ServiceEnvironments.TryFind(arn, out var service))
            return service;
        if (state.QuotaShares.TryFind(arn, out var share))
            return share;
        return state.Jobs.Find(arn) is { IsPart: false } job
            ? job
            : throw ServiceError.Client($"Resource {Shortened.Text(arn)} not found.");
    }
}
