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
}
