using System.Net;
using System.Net.Sockets;
using Amazon.Batch.Model;

namespace BatchTools.Tests;

/// <summary>What comes out of the real clients when calls fail.</summary>
public sealed class ServiceErrorsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(403, "AccessDeniedException", "User: x is not authorized", nameof(Messages.AccessDenied), ErrorKind.Denied,
        "DescribeJobQueues was denied: User: x is not authorized. Ask an administrator for the permission batch:DescribeJobQueues.")]
    [InlineData(403, "ExpiredTokenException", "The token is expired", nameof(Messages.CredentialsRefused), ErrorKind.NotConnected,
        "The local engine refused the credentials of the connection 'local' for DescribeJobQueues: The token is expired. Log in again ('aws sso login'), or connect with other credentials.")]
    [InlineData(403, "InvalidSignatureException", "The signature does not match", nameof(Messages.CredentialsRefused), ErrorKind.NotConnected, null)]
    [InlineData(400, "ClientException", "JobQueue hpc not found.", nameof(Messages.ResourceMissing), ErrorKind.NotFound,
        "DescribeJobQueues did not find 'hpc': JobQueue hpc not found. Check the name and the Region.")]
    [InlineData(400, "ClientException", "Object already exists", nameof(Messages.ResourceExists), ErrorKind.AlreadyExists, null)]
    [InlineData(400, "ClientException", "Cannot delete, resource is being modified", nameof(Messages.ResourceBusy), ErrorKind.Conflict, null)]
    [InlineData(400, "ClientException", "Cannot delete, found existing JobQueue relationship", nameof(Messages.ResourceBusy), ErrorKind.Conflict, null)]
    [InlineData(400, "ClientException", "Something\\nelse is wrong", nameof(Messages.ServiceRefused), ErrorKind.InvalidInput,
        "DescribeJobQueues refused 'hpc': Something else is wrong.")]
    [InlineData(500, "ServerException", "Oops", nameof(Messages.ServiceFailed), ErrorKind.Unavailable,
        "DescribeJobQueues failed at the service (HTTP 500): Oops. Repeat it; if it stays, look at the service's health page.")]
    public async Task Each_failure_is_one_line_with_what_to_do(int status, string type, string text, string errorId, ErrorKind kind, string? message)
    {
        await using var connection = new AnsweringHandler((HttpStatusCode)status, type, text).Connect();

        var error = await Assert.ThrowsAsync<BatchException>(() => FindAsync(connection));

        Assert.Equal((errorId, kind, "hpc"), (error.ErrorId, error.Kind, error.Target));
        Assert.Equal(message ?? error.Message, error.Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain("wJalrXUtnFEMI", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_no_JSON_is_an_error_that_says_so()
    {
        await using var connection = new AnsweringHandler((_, _) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("<html>a proxy's page</html>") })).Connect();

        var error = await Assert.ThrowsAsync<BatchException>(() => FindAsync(connection));

        Assert.Equal((nameof(Messages.AnswerUnreadable), ErrorKind.Internal), (error.ErrorId, error.Kind));
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_an_endpoint_that_cannot_be_reached()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        await using var connection = BatchConnection.ToAws(new AwsConnectionSettings
        {
            AccessKeyId = "AKIDEXAMPLE",
            SecretAccessKey = "wJalrXUtnFEMI-K7MDENG",
            Region = "eu-central-1",
            Endpoint = new Uri($"http://127.0.0.1:{port}/"),
        });

        var error = await Assert.ThrowsAsync<BatchException>(() => FindAsync(connection));

        Assert.Equal((nameof(Messages.EndpointUnreachable), ErrorKind.Unavailable), (error.ErrorId, error.Kind));
        Assert.StartsWith($"http://127.0.0.1:{port}/ could not be reached for DescribeJobQueues: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task A_submission_to_a_port_where_nobody_listens_is_not_uncertain()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        await using var connection = BatchConnection.ToAws(new AwsConnectionSettings
        {
            AccessKeyId = "AKIDEXAMPLE",
            SecretAccessKey = "wJalrXUtnFEMI-K7MDENG",
            Region = "eu-central-1",
            Endpoint = new Uri($"http://127.0.0.1:{port}/"),
        });
        var error = await Assert.ThrowsAsync<BatchException>(() => SendAsync(connection));

        Assert.Equal(nameof(Messages.EndpointUnreachable), error.ErrorId);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task The_real_client_sends_a_submission_once_only_even_if_the_reply_is_lost(int status)
    {
        var handler = new AnsweringHandler((_, _) => status == 0
            ? throw new HttpRequestException("reset", new IOException("Connection reset by peer", new SocketException((int)SocketError.ConnectionReset)))
            : Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("{}") }));
        await using var connection = handler.Connect();
        var error = await Assert.ThrowsAsync<BatchException>(() => SendAsync(connection));

        Assert.Equal(nameof(Messages.SubmissionUncertain), error.ErrorId);
        Assert.Equal(1, handler.Submissions);
    }

    [Fact]
    public async Task A_status_call_is_repeated_by_the_real_client_when_the_service_fails_once()
    {
        var answers = 0;
        var handler = new AnsweringHandler((_, _) => Task.FromResult(++answers == 1
            ? new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StringContent("{}") }
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"jobQueues":[{"jobQueueName":"hpc","state":"TOMORROWS","status":"VALID"}]}""") }));
        await using var connection = handler.Connect();

        var queue = await FindAsync(connection);

        Assert.Equal(("hpc", ResourceState.UNKNOWN, ResourceStatus.VALID), (queue!.JobQueueName, queue.State, queue.Status));
        Assert.Equal(2, handler.Count);
    }

    [Fact]
    public async Task A_cancellation_stays_a_cancellation()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using var connection = new AnsweringHandler(async (_, cancel) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
            return new HttpResponseMessage();
        }).Connect();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new JobQueues(connection, new RecordingReporter()).FindAsync("hpc", stop.Token));
    }

    [Fact]
    public async Task A_closed_connection_says_that_it_is_closed()
    {
        var connection = new AnsweringHandler(HttpStatusCode.OK, "", "").Connect();
        await connection.DisposeAsync();

        var error = await Assert.ThrowsAsync<BatchException>(() => FindAsync(connection));

        Assert.Equal((nameof(Messages.ConnectionClosed), ErrorKind.NotConnected), (error.ErrorId, error.Kind));
    }

    private static Task<JobQueue?> FindAsync(BatchConnection connection) => new JobQueues(connection, new RecordingReporter()).FindAsync("hpc", Cancel);

    private static async Task<Job?> SendAsync(BatchConnection connection)
    {
        var reporter = new RecordingReporter();
        await using var set = new SubmissionSet(connection, reporter, new SubmitOptions());
        var request = new SubmitJobRequest { JobName = "one", JobQueue = "hpc", JobDefinition = "md" };
        var point = set.Stamp(request);
        return await new JobSender(connection, reporter, set).SendAsync(new PreparedJob(request, RequestRules.Check(request), null, point), Cancel);
    }
}
