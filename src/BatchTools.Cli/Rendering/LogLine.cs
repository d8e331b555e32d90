using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Rendering;

/// <summary>Writes a line of a job's log: as JSON, as the job wrote it, or for people, marked with its job.</summary>
internal static class LogLine
{
    public static void Write(Terminal terminal, JobLogEvent line)
    {
        if (terminal.Style.Json)
        {
            JsonResults.LogLine(terminal, line);
            return;
        }

        terminal.Output.WriteLine(terminal.Style.Quiet
            ? line.Message
            : $"{LogText.Mark(line, terminal.IsLive)} {LogText.Visible(line.Message, terminal.IsLive)}");
        terminal.Output.Flush();
    }
}
