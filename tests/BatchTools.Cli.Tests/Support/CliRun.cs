using BatchTools.Cli.Commands;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Tests.Support;

/// <summary>A command line run in this process, with what it wrote.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<CliRun> OfAsync(params string[] arguments) => OfAsync(TestContext.Current.CancellationToken, arguments);

    public static async Task<CliRun> OfAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(arguments, Terminal.On(TextWriter.Synchronized(output), TextWriter.Synchronized(error)), cancellationToken);
        return new CliRun(code, output.ToString(), error.ToString());
    }
}
