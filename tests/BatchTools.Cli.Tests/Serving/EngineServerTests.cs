using System.Net;
using System.Text;
using BatchTools.Cli.Serving;
using BatchTools.Cli.Tests.Support;
using BatchTools.LocalEngine;
using BatchTools.LocalEngine.Faults;

namespace BatchTools.Cli.Tests.Serving;

public sealed class EngineServerTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();
    private EngineServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await EngineServer.StartAsync(0, new LocalEngineOptions { DataDirectory = _folder.Data }, TestContext.Current.CancellationToken);

    [Fact]
    public async Task An_unsigned_request_is_refused()
    {
        using var answer = await SendAsync(_ => { });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("MissingAuthenticationTokenException", Assert.Single(answer.Headers.GetValues("x-amzn-ErrorType")));
    }

    [Theory]
    [InlineData("http://127.0.0.1")]
    [InlineData("null")]
    public async Task A_web_page_is_refused_by_its_origin(string origin)
    {
        using var answer = await SendAsync(request => request.Headers.Add("Origin", origin));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Origin", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("engine.example:{0}")]
    [InlineData("127.0.0.1.example:{0}")]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.0.0.1")]
    public async Task A_foreign_host_is_refused(string host)
    {
        using var answer = await SendAsync(request => request.Headers.Host = string.Format(host, _server.Address.Port));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Host", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    public async Task Each_name_of_this_machine_comes_as_far_as_the_signature(string host)
    {
        using var answer = await SendAsync(request => request.Headers.Host = $"{host}:{_server.Address.Port}");

        Assert.Equal("MissingAuthenticationTokenException", Assert.Single(answer.Headers.GetValues("x-amzn-ErrorType")));
    }

    [Fact]
    public async Task A_body_beyond_all_limits_is_refused_before_it_is_read()
    {
        using var answer = await SendAsync(request =>
        {
            request.Content = new ByteArrayContent(new byte[Engine.MaximumBodyBytes + 1]);
            // The client waits for a word before it sends, so it hears the refusal.
            request.Headers.ExpectContinue = true;
        });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public void It_is_served_on_the_loopback_address_alone() => Assert.True(IPAddress.Parse(_server.Address.Host).Equals(IPAddress.Loopback));

    [Fact]
    public async Task The_environment_file_points_clients_here_and_is_for_its_user_alone()
    {
        var file = Path.Combine(_folder.Data, "aws.env");

        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);

        Assert.Contains($"export AWS_ENDPOINT_URL={_server.Address.ToString().TrimEnd('/')}", lines);
        Assert.Contains("export AWS_REGION=us-east-1", lines);
        Assert.Contains(lines, line => line.StartsWith("export AWS_ACCESS_KEY_ID=", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("export AWS_SECRET_ACCESS_KEY=", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_second_server_of_the_folder_is_told_who_has_it()
    {
        var run = await CliRun.OfAsync("serve", "--port", "0", "--data", _folder.Data);

        Assert.Equal(ExitCode.Service, run.ExitCode);
        var line = Assert.Single(run.ErrorLines);
        Assert.Contains($"{Environment.ProcessId}", line);
        Assert.Contains("batchtools serve", line);
        Assert.Contains(_server.Address.ToString().TrimEnd('/'), line);
    }

    [Fact]
    public async Task A_taken_port_is_one_line_and_leaves_the_folder_free()
    {
        using var other = new TemporaryFolder();

        var run = await CliRun.OfAsync("serve", "--port", $"{_server.Address.Port}", "--data", other.Data);

        Assert.Equal(ExitCode.Service, run.ExitCode);
        Assert.Contains($"Port {_server.Address.Port}", Assert.Single(run.ErrorLines));
        Assert.Null(LocalEngineLocator.FindServing(other.Data));
        await using var engine = await Engine.OpenAsync(new LocalEngineOptions { DataDirectory = other.Data }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_run_on_the_folder_goes_to_the_server()
    {
        var file = _folder.Write("small.json", Workloads.OfScripts(("one", "echo ran")));

        var run = await CliRun.OfAsync("run", file, "--local", "--data", _folder.Data);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains(_server.Address.ToString().TrimEnd('/'), run.Output);
    }

    [Fact]
    public async Task A_run_cannot_say_how_a_served_engine_is_opened()
    {
        var file = _folder.Write("small.json", Workloads.OfScripts(("one", "echo ran")));

        var run = await CliRun.OfAsync("run", file, "--local", "--data", _folder.Data, "--runner", "simulated");

        Assert.NotEqual(ExitCode.Success, run.ExitCode);
        Assert.StartsWith("--runner says how", Assert.Single(run.ErrorLines)[(run.Error.IndexOf("--runner", StringComparison.Ordinal))..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_reply_is_a_connection_closed_without_an_answer()
    {
        using var folder = new TemporaryFolder();
        await using var server = await EngineServer.StartAsync(
            0, new LocalEngineOptions { DataDirectory = folder.Data, Faults = FaultPlan.Parse("lost-reply=1") }, TestContext.Current.CancellationToken);
        var file = folder.Write("small.json", Workloads.OfScripts(("one", "echo ran")));

        var run = await CliRun.OfAsync("run", file, "--local", "--data", folder.Data);

        Assert.Equal(ExitCode.Service, run.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server.Address, "/v1/describejobqueues"))
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        };
        change(request);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
