using System.Text;

namespace BatchTools;

/// <summary>The report for people: one page that holds everything it needs.</summary>
internal static class HtmlReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(WorkloadSummary summary, Stream stream, CancellationToken cancellationToken)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        var html = new HtmlOutput(writer);
        html.Markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        html.Line($"<meta http-equiv=\"Content-Security-Policy\" content=\"{HtmlAssets.Policy}\">");
        html.Line($"<title>{summary.Workload ?? "Workload"} – {HtmlHeader.Verdict(summary)}</title>");
        html.Markup($"<style>\n{HtmlAssets.Style}\n</style>\n<script>{HtmlAssets.Script}</script>\n</head>\n<body>\n");
        HtmlHeader.Write(html, summary);
        html.Markup("<main>\n");
        HtmlTiles.Write(html, summary);
        HtmlStatusBar.Write(html, summary);
        HtmlFailures.Write(html, summary);
        HtmlTimeline.Write(html, summary, cancellationToken);
        new HtmlJobTable(html, summary).Write(cancellationToken);
        html.Markup("</main>\n<footer>\n");
        html.Line($"<p>Made by BatchTools {Product.Version} on {ReportText.Time(summary.CreatedAt)}. Times are local to the machine that made the report. Run time counts every attempt of a job; vCPU-hours are its run time times its vCPUs.</p>");
        html.Markup("</footer>\n</body>\n</html>\n");
    }
}
