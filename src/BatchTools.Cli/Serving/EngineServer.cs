using System.Net;
using System.Net.Sockets;
using BatchTools.Cli.Terminals;
using BatchTools.LocalEngine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BatchTools.Cli.Serving;

/// <summary>The local engine behind a web server that only this machine reaches.</summary>
internal sealed class EngineServer : IAsyncDisposable
{
    private static readonly TimeSpan GraceOfRequests = TimeSpan.FromSeconds(2);

    private readonly Engine _engine;
    private readonly WebApplication _application;

    private EngineServer(Engine engine, WebApplication application, Uri address)
    {
        (_engine, _application, Address) = (engine, application, address);
    }

    public Uri Address { get; }

    /// <summary>Serves an engine on a port (0: any that is free) until the token is cancelled.</summary>
    public static async Task<int> RunAsync(int port, LocalEngineOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var server = await StartAsync(port, options, cancellationToken);
        ServerNotes.Ready(terminal, server.Address, server._engine.DataDirectory);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellationToken.Register(stopped.SetResult))
            await stopped.Task;
        ServerNotes.Stopping(terminal);
        return ExitCode.Success;
    }

    /// <summary>Opens the data folder, binds the port and tells the folder where it serves.</summary>
    /// <exception cref="LocalEngineException">Another process has the folder or the port.</exception>
    public static async Task<EngineServer> StartAsync(int port, LocalEngineOptions options, CancellationToken cancellationToken)
    {
        var engine = await Engine.OpenAsync(options with { Owner = "batchtools serve" }, cancellationToken);
        WebApplication? application = null;
        try
        {
            application = Build(port, engine);
            await ListenAsync(application, port, cancellationToken);
            var bound = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
            var server = new EngineServer(engine, application, new Uri(bound));
            engine.PublishAddress(server.Address);
            return server;
        }
        catch
        {
            if (application is not null)
                await application.DisposeAsync();
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets requests in progress end, then the engine with its jobs.</summary>
    public async ValueTask DisposeAsync()
    {
        _engine.PublishAddress(null);
        using (var grace = new CancellationTokenSource(GraceOfRequests))
            await _application.StopAsync(grace.Token);
        await _application.DisposeAsync();
        await _engine.DisposeAsync();
    }

    private static async Task ListenAsync(WebApplication application, int port, CancellationToken cancellationToken)
    {
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new LocalEngineException($"Port {port} on 127.0.0.1 cannot be served: {exception.Message} Give another by --port, or 0 for any that is free.", exception);
        }
    }

    private static WebApplication Build(int port, Engine engine)
    {
        // The slim builder reads appsettings.json and ASPNETCORE_URLS; an engine that runs commands listens where it is told, nowhere else.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Engine.MaximumBodyBytes;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        // Ctrl+C belongs to the command, which says what happens; the host would write to the console itself.
        builder.Services.AddSingleton<IHostLifetime, NoHostLifetime>();
        var application = builder.Build();
        application.Run(new RequestBridge(engine).AnswerAsync);
        return application;
    }
}
