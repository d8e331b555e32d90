namespace BatchTools;

/// <summary>The formats of a report.</summary>
public enum ReportFormat
{
    /// <summary>One page for a browser, with everything in it.</summary>
    Html,

    /// <summary>JSON, for programs.</summary>
    Json,

    /// <summary>One row a job, for spreadsheets.</summary>
    Csv,

    /// <summary>Markdown, for the summary page of a CI service.</summary>
    Markdown,

    /// <summary>JUnit results in XML, a test case a job, for CI services.</summary>
    JUnit,
}
