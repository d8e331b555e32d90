using Microsoft.Extensions.Hosting;

namespace BatchTools.Cli.Serving;

/// <summary>A host that begins and ends when it is told to, and listens to no signals of its own.</summary>
internal sealed class NoHostLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
