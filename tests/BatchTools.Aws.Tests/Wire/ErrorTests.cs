using System.Net;
using Amazon.Batch;
using Amazon.Batch.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace BatchTools.Aws.Tests.Wire;

public sealed class ErrorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ClientException", "{\"message\":\"no such queue\"}")]
    [InlineData("ClientException:http://internal.amazon.com/coral/", "{\"message\":\"no such queue\"}")]
    [InlineData("com.amazonaws.batch#ClientException", "{\"Message\":\"no such queue\"}")]
    [InlineData(null, "{\"__type\":\"com.amazonaws.batch#ClientException:x\",\"message\":\"no such queue\"}")]
    [InlineData(null, "{\"code\":\"ClientException\",\"message\":\"no such queue\"}")]
    public async Task A_modelled_error_is_an_exception_of_its_own(string? header, string body)
    {
        using var batch = Clients.Batch(new(new Answer(HttpStatusCode.BadRequest, body, header)));

        var error = await Assert.ThrowsAsync<ClientException>(() => batch.ListJobsAsync(new(), Cancellation));

        Assert.Equal(("no such queue", "ClientException", HttpStatusCode.BadRequest, "request-1"), (error.Message, error.ErrorCode, error.StatusCode, error.RequestId));
        Assert.IsAssignableFrom<AmazonBatchException>(error);
    }

    [Fact]
    public async Task An_error_that_the_model_lacks_is_the_service_s_exception_with_its_code()
    {
        var answer = new Answer(HttpStatusCode.Forbidden, """{"message":"not yours"}""", "AccessDeniedException");
        using var batch = Clients.Batch(new(answer));

        var error = await Assert.ThrowsAsync<AmazonBatchException>(() => batch.ListJobsAsync(new(), Cancellation));

        Assert.Equal(("not yours", "AccessDeniedException", HttpStatusCode.Forbidden), (error.Message, error.ErrorCode, error.StatusCode));
    }

    [Theory]
    [InlineData("<html><body>403 Forbidden</body></html>", "text/html")]
    [InlineData("<not-closed", "text/html")]
    [InlineData("upstream said no", "text/plain")]
    [InlineData("{\"half\":", "application/json")]
    [InlineData("[1,2]", "application/json")]
    [InlineData("{\"message\":{\"nested\":true}}", "application/json")]
    [InlineData("\"\\ud800\"", "application/json")]
    [InlineData("", "text/plain")]
    public async Task A_body_that_is_no_error_of_aws_breaks_nothing_and_is_shown(string body, string contentType)
    {
        using var batch = Clients.Batch(new(new Answer(HttpStatusCode.Forbidden, body, null, contentType)));

        var error = await Assert.ThrowsAsync<AmazonBatchException>(() => batch.ListJobsAsync(new(), Cancellation));

        Assert.Equal((HttpStatusCode.Forbidden, null), (error.StatusCode, error.ErrorCode));
        Assert.StartsWith("The service answered with HTTP status 403", error.Message, StringComparison.Ordinal);
        Assert.Contains(body, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_error_tells_beside_its_message_is_kept()
    {
        const string body = """
            {"__type":"MalformedQueryException","message":"unexpected","queryCompileError":{"message":"here","location":{"startCharOffset":3,"endCharOffset":5}}}
            """;
        using var logs = Clients.Logs(new(new Answer(HttpStatusCode.BadRequest, body)));

        var error = await Assert.ThrowsAsync<MalformedQueryException>(() => logs.StartQueryAsync(new(), Cancellation));

        Assert.Equal("unexpected", error.Message);
        Assert.Equal(("here", 3, 5), (error.QueryCompileError!.Message, error.QueryCompileError.Location!.StartCharOffset, error.QueryCompileError.Location.EndCharOffset));
    }

    [Theory]
    [InlineData("TooManyRequestsException", "{\"message\":\"Too Many Requests\"}")]
    [InlineData(null, "{\"message\":\"Too Many Requests\"}")]
    [InlineData(null, "slow down")]
    public async Task Throttling_counts_as_throttling_and_is_tried_again(string? type, string body)
    {
        var handler = new RecordingHandler(new Answer(HttpStatusCode.TooManyRequests, body, type), Answer.Ok("""{"jobSummaryList":[]}"""));
        using var batch = Clients.Batch(handler);

        var answer = await batch.ListJobsAsync(new() { JobQueue = "q" }, Cancellation);

        Assert.Empty(answer.JobSummaryList!);
        Assert.Equal(2, handler.Sent.Count);
        Assert.Equal(handler.Sent[0].Body, handler.Sent[1].Body);

        using var impatient = Clients.Batch(new(new Answer(HttpStatusCode.TooManyRequests, body, type)), config => config.MaxErrorRetry = 0);
        var error = await Assert.ThrowsAsync<AmazonBatchException>(() => impatient.ListJobsAsync(new(), Cancellation));
        Assert.Equal(("TooManyRequestsException", HttpStatusCode.TooManyRequests), (error.ErrorCode, error.StatusCode));
        Assert.True(new StandardRetryPolicy(impatient.Config).IsThrottlingError(error));
    }

    [Theory]
    [InlineData(500, "ServerException", "{\"message\":\"oops\"}")]
    [InlineData(502, null, "<html>Bad Gateway</html>")]
    [InlineData(503, null, "")]
    public async Task A_fault_of_the_service_is_tried_again_as_often_as_configured(int status, string? type, string body)
    {
        var handler = new RecordingHandler(new Answer((HttpStatusCode)status, body, type));
        using var batch = Clients.Batch(handler, config => config.MaxErrorRetry = 1);

        var error = await Assert.ThrowsAnyAsync<AmazonBatchException>(() => batch.UpdateConsumableResourceAsync(new(), Cancellation));

        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Equal(type == "ServerException", error is ServerException);
        Assert.Equal(2, handler.Sent.Count);
        // The token that makes the second one harmless.
        Assert.Equal(handler.Sent[0].Body, handler.Sent[1].Body);
    }

    [Fact]
    public async Task A_fault_of_the_client_is_not_tried_again()
    {
        var handler = new RecordingHandler(new Answer(HttpStatusCode.BadRequest, """{"message":"m"}""", "ClientException"));
        using var batch = Clients.Batch(handler);

        await Assert.ThrowsAsync<ClientException>(() => batch.SubmitJobAsync(new(), Cancellation));

        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task An_error_of_another_class_of_the_service_is_caught_by_the_sdk_s_base()
    {
        using var logs = Clients.Logs(new(new Answer(HttpStatusCode.BadRequest, """{"__type":"ResourceNotFoundException","message":"m"}""")));

        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => logs.GetLogEventsAsync(new() { LogStreamName = "s" }, Cancellation));

        Assert.IsType<Amazon.CloudWatchLogs.Model.ResourceNotFoundException>(error);
    }
}
