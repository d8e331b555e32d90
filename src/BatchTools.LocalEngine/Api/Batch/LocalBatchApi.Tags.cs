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
                environment.Detail = environment.Detail.Clone();
                environment.Detail.Tags = tags;
                state.Store.Save(environment);
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
            case Job job:
                job.Submission.Request = job.Submission.Request.Clone();
                job.Submission.Request.Tags = change(job.Submission.Request.Tags);
                state.Store.AddJob(job.Submission);
                break;
        }
    }

    // Array children have no tags of their own.
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
        return state.Jobs.Find(arn) is { } job and not ArrayChild
            ? job
            : throw ServiceError.Client($"Resource {Shortened.Text(arn)} not found.");
    }
}
