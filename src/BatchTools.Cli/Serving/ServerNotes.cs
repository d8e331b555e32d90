using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Serving;

/// <summary>What the server says of itself.</summary>
internal static class ServerNotes
{
    /// <summary>The address alone on the first line, for scripts; then how to use it.</summary>
    public static void Ready(Terminal terminal, Uri address, string dataDirectory)
    {
        terminal.Output.WriteLine(address.ToString().TrimEnd('/'));
        terminal.Output.WriteLine($"The local engine is ready; its data is in {dataDirectory}");
        terminal.Output.WriteLine($"For AWS CLI, AWS SDKs and BatchTools: source '{Path.Combine(dataDirectory, "aws.env")}'");
        terminal.Output.WriteLine("Ctrl+C ends it.");
        terminal.Output.Flush();
    }

    public static void Stopping(Terminal terminal)
    {
        terminal.Output.WriteLine("Ending; jobs that run are ended with it, those that wait go on when it is served again.");
        terminal.Output.Flush();
    }
}
