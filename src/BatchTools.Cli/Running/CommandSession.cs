using System.CommandLine;
using BatchTools.Cli.Rendering;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Running;

/// <summary>One run of a command: what was given, where it writes, and the connection once it is asked for.</summary>
/// <param name="parsed">What was given.</param>
/// <param name="terminal">Where it writes.</param>
/// <param name="place">Where it works.</param>
/// <param name="timeProvider">The clock of its display.</param>
internal sealed class CommandSession(ParseResult parsed, Terminal terminal, Place place, TimeProvider timeProvider) : IAsyncDisposable
{
    private BatchConnection? _connection;

    public Terminal Terminal => terminal;

    public Place Place => place;

    /// <summary>Shows progress, and takes warnings and errors.</summary>
    public RunDisplay Display { get; } = RunDisplay.For(terminal, timeProvider);

    public T? Value<T>(Option<T> option) => parsed.GetValue(option);

    public T Value<T>(Argument<T> argument) => parsed.GetRequiredValue(argument);

    /// <summary>The connection: made at the first call, so that what is wrong with the input is told before.</summary>
    public async Task<BatchConnection> ConnectAsync(CancellationToken cancellationToken) =>
        _connection ??= await Connector.ConnectAsync(place, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
    }
}
