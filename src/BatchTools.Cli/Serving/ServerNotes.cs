using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Serving;

/// <summary>What the server says of itself.</summary>
internal static class ServerNotes
{
    /// <summary>The address alone on the first line, for scripts; then how to use it.</summary>
    public static void Ready(Terminal terminal, Uri address, string dataDirectory)
    {
        if (terminal.Style.Json)
        {
            JsonLine.Write(terminal.Output, "server", json =>
            {
                json.WriteString("endpoint", Text(address));
                json.WriteString("dataDirectory", dataDirectory);
                json.WriteString("environmentFile", EnvironmentFile(dataDirectory));
            });
            return;
        }

        terminal.Output.WriteLine(Text(address));
        terminal.Output.Flush();
        terminal.Say($"The local engine is ready; its data is in {dataDirectory}");
        terminal.Say($"For AWS CLI, AWS SDKs and BatchTools: source '{EnvironmentFile(dataDirectory)}'");
        terminal.Say("Ctrl+C ends it.");
    }

    public static void Stopping(Terminal terminal) =>
        terminal.Say("Ending; jobs that run are ended with it, those that wait go on when it is served again.");

    private static string Text(Uri address) => address.ToString().TrimEnd('/');

    private static string EnvironmentFile(string dataDirectory) => Path.Combine(dataDirectory, "aws.env");
}
