using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Tests.Api;

/// <summary>Keeps the requests of the operations that the tests of the protocol call.</summary>
internal sealed class KeepingApi : BatchApi
{
    public object? Request { get; private set; }

    public override Task<SubmitJobResponse> SubmitJobAsync(SubmitJobRequest request, CancellationToken cancellationToken)
    {
        Request = request;
        return Task.FromResult(new SubmitJobResponse { JobId = "j", JobName = request.JobName });
    }

    public override Task<RegisterJobDefinitionResponse> RegisterJobDefinitionAsync(RegisterJobDefinitionRequest request, CancellationToken cancellationToken)
    {
        Request = request;
        return Task.FromResult(new RegisterJobDefinitionResponse { Revision = 1 });
    }

    public override Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken)
    {
        Request = request;
        return Task.FromResult(new ListTagsForResourceResponse { Tags = [] });
    }

    public override Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken)
    {
        Request = request;
        return Task.FromResult(new UntagResourceResponse());
    }
}
