using System.Net;
using System.Text;

namespace BatchTools.Tests;

/// <summary>Answers HTTP requests as the test says, and counts them.</summary>
internal sealed class AnsweringHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private int _count;
    private int _submissions;

    public AnsweringHandler(HttpStatusCode status, string errorType, string message)
        : this((_, _) => Task.FromResult(Answer(status, errorType, message)))
    {
    }

    public int Count => _count;

    /// <summary>The calls of SubmitJob among them.</summary>
    public int Submissions => _submissions;

    /// <summary>A connection with the real clients, whose requests come here.</summary>
    public BatchConnection Connect() => BatchConnection.ToLocal(new LocalConnectionSettings
    {
        Handler = this,
        Endpoint = new Uri("http://local.batchtools/"),
        AccessKeyId = "AKIDEXAMPLE",
        SecretAccessKey = "wJalrXUtnFEMI-K7MDENG",
        DataDirectory = PassingFolder.New(),
    });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        if (request.RequestUri!.AbsolutePath == "/v1/submitjob")
            Interlocked.Increment(ref _submissions);
        return answer(request, cancellationToken);
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string errorType, string message)
    {
        var response = new HttpResponseMessage(status)
        {
            Content = new StringContent($$"""{"message":"{{message}}"}""", Encoding.UTF8, "application/json"),
        };
        response.Headers.Add("x-amzn-ErrorType", errorType);
        return response;
    }
}
