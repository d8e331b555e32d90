using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Api.Batch;

internal sealed partial class LocalBatchApi
{
    public override Task<RegisterJobDefinitionResponse> RegisterJobDefinitionAsync(
        RegisterJobDefinitionRequest request, CancellationToken cancellationToken)
    {
        DefinitionRules.Check(request);
        return LockedAsync(() =>
        {
            var number = state.Definitions.NextRevision(request.JobDefinitionName!);
            var revision = new JobDefinitionRevision(state.NextSequence(), DefinitionRules.Describe(request, number, state.Names));
            state.Definitions.Add(revision);
            state.Store.Save(revision);
            return new RegisterJobDefinitionResponse { JobDefinitionName = revision.Name, JobDefinitionArn = revision.Arn, Revision = revision.Revision };
        });
    }

    public override Task<DeregisterJobDefinitionResponse> DeregisterJobDefinitionAsync(
        DeregisterJobDefinitionRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        var named = state.Definitions.Find(request.JobDefinition!);
        if (named.Count == 0)
            throw BatchErrors.DefinitionNotFound(request.JobDefinition);
        if (!state.Definitions.NamesRevision(request.JobDefinition!))
            throw BatchErrors.Executing($"JobDefinition {request.JobDefinition} has no revision: give name:revision or an ARN with the revision");
        if (named is [{ IsActive: true } active])
        {
            active.Detail = active.Detail.Clone();
            active.Detail.Status = JobDefinitionRevision.Inactive;
            state.Store.Save(active);
        }

        return new DeregisterJobDefinitionResponse();
    });

    public override Task<DescribeJobDefinitionsResponse> DescribeJobDefinitionsAsync(
        DescribeJobDefinitionsRequest request, CancellationToken cancellationToken) => LockedAsync(() =>
    {
        if (request is { JobDefinitions: { Count: > 0 }, JobDefinitionName: not null })
            throw BatchErrors.Executing("Give jobDefinitions or jobDefinitionName, not both");
        IEnumerable<JobDefinitionRevision> chosen = request switch
        {
            { JobDefinitions: { Count: > 0 } references } => references.SelectMany(state.Definitions.Find).Distinct().OrderBy(static revision => revision.Sequence),
            { JobDefinitionName: { } name } => state.Definitions.Find(name),
            _ => state.Definitions.All,
        };

        // Newest first.
        var before = Paging.Place(request.NextToken) ?? long.MaxValue;
        chosen = chosen.Reverse().Where(revision => revision.Sequence < before && (request.Status is null || revision.Detail.Status == request.Status));
        var (page, next) = Paging.Page(chosen, Paging.Size(request.MaxResults, MostResources), static revision => revision.Sequence);
        return new DescribeJobDefinitionsResponse { JobDefinitions = [.. page.Select(static revision => revision.Detail)], NextToken = next };
    });
}
