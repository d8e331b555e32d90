using System.Globalization;
using System.Text;
using System.Xml;

namespace BatchTools;

/// <summary>
/// The report for CI services, in the JUnit format that they all read: one suite, a test case a job. A job that failed is a failure with
/// its reason, one that has not ended is skipped. An array job whose children are known stands back for them.
/// </summary>
internal static class JUnitReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(WorkloadSummary summary, Stream stream, CancellationToken cancellationToken)
    {
        var cases = summary.CountedJobs().ToArray();
        var name = JUnitText.Of(summary.Workload ?? "jobs");
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("testsuites");
        Counts(xml, name, cases, summary);
        xml.WriteStartElement("testsuite");
        Counts(xml, name, cases, summary);
        if (summary.StartedAt is { } started)
            xml.WriteAttributeString("timestamp", ReportText.Iso(started));
        foreach (var job in cases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            JUnitCase.Write(xml, job, name);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A duration as the format has it.</summary>
    internal static string Seconds(TimeSpan? time) => (time ?? TimeSpan.Zero).TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static void Counts(XmlWriter xml, string name, Job[] cases, WorkloadSummary summary)
    {
        xml.WriteAttributeString("name", name);
        Number(xml, "tests", cases.Length);
        Number(xml, "failures", cases.Count(job => job.Status == JobStatus.FAILED));
        Number(xml, "errors", 0);
        Number(xml, "skipped", cases.Count(job => !job.IsFinished));
        xml.WriteAttributeString("time", Seconds(summary.Duration));
    }

    private static void Number(XmlWriter xml, string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
}
