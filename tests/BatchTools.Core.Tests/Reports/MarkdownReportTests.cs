namespace BatchTools.Tests;

public sealed class MarkdownReportTests
{
    [Fact]
    public void Totals_failures_and_jobs_follow_each_other_and_failed_jobs_come_first()
    {
        var lines = Lines(SampleWorkload.Sweep(7, 2, 7));

        Assert.Equal("## md-42", lines[0]);
        Assert.StartsWith("| 7 | 6 | 1 | 0 | ", lines[4]);
        Assert.Contains(lines, line => line.StartsWith("- 1 × Exit code ", StringComparison.Ordinal));
        var first = Array.IndexOf(lines, "|---|---|---:|---:|---:|---|") + 1;
        Assert.StartsWith(@"| simulation-T275-P1\_5 | FAILED |", lines[first]);
        Assert.Equal(6, lines.Count(line => line.Contains("| SUCCEEDED |", StringComparison.Ordinal)));
    }

    [Fact]
    public void Many_jobs_are_folded_away_and_what_is_left_out_is_told()
    {
        var lines = Lines(SampleWorkload.Sweep(1_500, 10, 0));

        Assert.Contains("<details><summary>Jobs (1,500)</summary>", lines);
        Assert.Equal(1_000, lines.Count(line => line.Contains("| SUCCEEDED |", StringComparison.Ordinal)));
        Assert.Contains("500 more jobs are left out here.", lines);
    }

    [Fact]
    public void Text_stays_text()
    {
        var measure = new WorkloadMeasure();
        measure.Add(SampleWorkload.Job("id", "a|b", JobStatus.FAILED, "<script>\n# @all `x` ![i](u)"));

        var row = Lines(measure.ToSummary()).Single(line => line.Contains("| FAILED |", StringComparison.Ordinal));

        Assert.Equal(@"| a\|b | FAILED | – | – | – | &lt;script&gt; \# &#64;all \`x\` \!\[i\]\(u\) |", row);
    }

    private static string[] Lines(WorkloadSummary summary) => ReportTests.Text(summary, ReportFormat.Markdown).Split('\n');
}
