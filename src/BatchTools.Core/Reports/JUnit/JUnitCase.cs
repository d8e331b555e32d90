using System.Globalization;
using System.Xml;

namespace BatchTools;

/// <summary>A job as a test case.</summary>
internal static class JUnitCase
{
    /// <summary>Writes the case.</summary>
    public static void Write(XmlWriter xml, Job job, string suite)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", JUnitText.Of(job.NameWithIndex()));
        xml.WriteAttributeString("classname", suite);
        xml.WriteAttributeString("time", JUnitReport.Seconds(job.RunTime()));
        if (job.Status == JobStatus.FAILED)
            Failure(xml, job);
        else if (!job.IsFinished)
            Skipped(xml, job);
        xml.WriteElementString("system-out", JUnitText.Of(Facts(job)));
        xml.WriteEndElement();
    }

    private static void Failure(XmlWriter xml, Job job)
    {
        xml.WriteStartElement("failure");
        xml.WriteAttributeString("message", JUnitText.Of(job.FailureReason()));
        xml.WriteAttributeString("type", job.FailureClass?.ToString() ?? nameof(FailureClass.Unknown));
        xml.WriteString(JUnitText.Of(string.Join('\n', new[]
        {
            job.StatusReason,
            job.Reason,
            job.ExitCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"Exit code {code}") : null,
        }.OfType<string>())));
        xml.WriteEndElement();
    }

    private static void Skipped(XmlWriter xml, Job job)
    {
        xml.WriteStartElement("skipped");
        xml.WriteAttributeString("message", JUnitText.Of(job.StatusReason is { } reason ? $"{job.Status}: {reason}" : $"{job.Status}"));
        xml.WriteEndElement();
    }

    private static string Facts(Job job) => string.Join('\n', new[]
    {
        $"job id: {job.JobId}",
        $"job queue: {job.JobQueue}",
        $"job definition: {job.JobDefinition}",
        ReportText.Invariant($"attempts: {job.Attempts.Count}"),
        job.LogStreamName is { } log ? $"log: {job.LogGroup} {log}" : null,
    }.OfType<string>());
}
