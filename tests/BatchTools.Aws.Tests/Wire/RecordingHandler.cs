using System.Text;

namespace BatchTools.Aws.Tests.Wire;

/// <summary>Stands in for a service: keeps what it is sent and answers from a queue, its last answer over and over.</summary>
internal sealed class RecordingHandler(params IReadOnlyList<Answer> answers) : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly List<SentRequest> _sent = [];

    /// <summary>What was sent so far.</summary>
    public IReadOnlyList<SentRequest> Sent
    {
        get
        {
            lock (_gate)
                return [.. _sent];
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        Answer answer;
        lock (_gate)
        {
            _sent.Add(new(request.Method.Method, request.RequestUri!.AbsoluteUri, headers, body));
            answer = answers[Math.Min(_sent.Count, answers.Count) - 1];
        }
        cancellationToken.ThrowIfCancellationRequested();
        var response = new HttpResponseMessage(answer.Status) { Content = new StringContent(answer.Body, Encoding.UTF8, answer.ContentType) };
        response.Headers.Add("x-amzn-RequestId", "request-1");
        if (answer.ErrorType is not null)
            response.Headers.Add("x-amzn-ErrorType", answer.ErrorType);
        return response;
    }
}
