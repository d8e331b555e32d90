using System.Xml.Linq;

namespace BatchTools.Tests;

public sealed class JUnitReportTests
{
    [Fact]
    public void A_job_is_a_case_and_a_failed_one_has_its_reason_and_class()
    {
        var suites = Read(SampleWorkload.Sweep(7, 2, 7));

        Assert.Equal(("7", "1", "0", "0"), Counts(suites));
        var cases = suites.Descendants("testcase").ToArray();
        Assert.Equal(7, cases.Length);
        Assert.Equal(("md-42", "simulation-T250-P1_0"), ((string?)cases[0].Attribute("classname"), (string?)cases[0].Attribute("name")));
        var failure = Assert.Single(suites.Descendants("failure"));
        Assert.Equal("simulation-T275-P1_5", (string?)failure.Parent!.Attribute("name"));
        Assert.Matches(@"^Exit code \d+: ", (string?)failure.Attribute("message"));
        Assert.Contains("job id: 00000006-", failure.Parent!.Element("system-out")!.Value);
    }

    [Fact]
    public void A_job_that_has_not_ended_is_skipped()
    {
        var suites = Read(SampleWorkload.Job("id", "waits", JobStatus.RUNNABLE, "MISCONFIGURATION:none"));

        Assert.Equal(("1", "0", "0", "1"), Counts(suites));
        Assert.Equal("RUNNABLE: MISCONFIGURATION:none", (string?)Assert.Single(suites.Descendants("skipped")).Attribute("message"));
    }

    [Fact]
    public void What_XML_cannot_hold_is_shown_by_its_number()
    {
        var suites = Read(SampleWorkload.Job("id", "<a&b>\u0007", JobStatus.FAILED, "\u001b[31mred \U0001F600 \ud83d"));

        Assert.Equal("<a&b>\\u0007", (string?)Assert.Single(suites.Descendants("testcase")).Attribute("name"));
        Assert.Equal("\\u001b[31mred \U0001F600 \\ud83d", (string?)Assert.Single(suites.Descendants("failure")).Attribute("message"));
    }

    private static XElement Read(WorkloadSummary summary) => XDocument.Parse(ReportTests.Text(summary, ReportFormat.JUnit)).Root!;

    private static XElement Read(Job job)
    {
        var measure = new WorkloadMeasure();
        measure.Add(job);
        return Read(measure.ToSummary());
    }

    private static (string?, string?, string?, string?) Counts(XElement suites) =>
        ((string?)suites.Attribute("tests"), (string?)suites.Attribute("failures"), (string?)suites.Attribute("errors"), (string?)suites.Attribute("skipped"));
}
