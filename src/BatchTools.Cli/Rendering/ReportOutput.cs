using System.Text;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Rendering;

/// <summary>A report on the output.</summary>
internal static class ReportOutput
{
    public static void Write(Terminal terminal, WorkloadSummary summary, ReportFormat format, CancellationToken cancellationToken)
    {
        using var report = new MemoryStream();
        Reports.Write(summary, report, format, cancellationToken);
        terminal.Output.Write(Encoding.UTF8.GetString(report.GetBuffer(), 0, (int)report.Length));
        if (format is ReportFormat.Json or ReportFormat.JUnit)
            terminal.Output.WriteLine();
        terminal.Output.Flush();
    }
}
