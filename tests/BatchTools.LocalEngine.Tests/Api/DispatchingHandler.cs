using System.Net.Http.Headers;
using Amazon.Runtime;
using BatchTools.LocalEngine.Api;

namespace BatchTools.LocalEngine.Tests.Api;

/// <summary>Carries a client's HTTP messages to a function, and its reply back.</summary>
internal sealed class DispatchingHandler(Func<ServiceRequest, Task<ServiceReply>> dispatch) : HttpMessageHandler
{
    /// <summary>A configuration's way to this handler.</summary>
    public HttpClientFactory Factory() => new ClientFactory(this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var reply = await dispatch(new(request.Method.Method, uri.AbsolutePath, uri.Query.TrimStart('?'), headers, body));

        var response = new HttpResponseMessage((System.Net.HttpStatusCode)reply.Status) { Content = new ReadOnlyMemoryContent(reply.Body) };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(reply.ContentType);
        if (reply.ErrorType is not null)
            response.Headers.Add("x-amzn-ErrorType", reply.ErrorType);
        return response;
    }

    private sealed class ClientFactory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
