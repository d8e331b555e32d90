using System.Management.Automation;
using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Writes a report of a workload: a page for a browser, JSON for programs, CSV for spreadsheets, Markdown or JUnit results for CI.</summary>
/// <remarks>
/// <para>
/// The page holds everything that it needs in one file: totals, a timeline, what failed and why, and a table of the jobs. A file that
/// exists is replaced.
/// </para>
/// </remarks>
/// <example>
/// <code>Get-BatchJob -JobQueue local | Measure-BatchWorkload | Export-BatchReport report.html</code>
/// <para>Writes a page about all jobs of a queue.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -JobQueue local | Measure-BatchWorkload | Export-BatchReport jobs.csv -PassThru</code>
/// <para>Writes a row a job, and gives the file.</para>
/// </example>
/// <seealso cref="MeasureBatchWorkloadCommand"/>
[Cmdlet(VerbsData.Export, "BatchReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportBatchReportCommand : StreamingCmdlet<ReportRequest, FileInfo>
{
    /// <summary>The file. Its folder is made if it is missing.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("FilePath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>What to report, as Measure-BatchWorkload gives it.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [Alias("Workload")]
    public WorkloadSummary InputObject { get; set; } = null!;

    /// <summary>The format. Default: by the extension of the file, .html, .htm, .json, .csv, .md, .markdown or .xml (JUnit).</summary>
    [Parameter]
    public ReportFormat? Format { get; set; }

    /// <summary>Leaves a file alone that exists, with an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Gives the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var file = FullPath(Path);
        if (NoClobber && File.Exists(file))
            WriteError(ErrorRecords.From(BatchException.For(nameof(Messages.FileExists), ErrorKind.AlreadyExists, file, file)));
        else if (ShouldProcess(file, "Write the report"))
            Post(new ReportRequest(InputObject, file));
    }

    private protected override async IAsyncEnumerable<FileInfo> RunAsync(
        IAsyncEnumerable<ReportRequest> input, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = input.SelectEachAsync(reporter, WriteAsync, cancellationToken);
        await foreach (var file in files)
        {
            if (PassThru)
                yield return file;
        }
    }

    private async Task<FileInfo> WriteAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        await Reports.ExportAsync(request.Summary, request.Path, Format, cancellationToken);
        return new FileInfo(request.Path);
    }
}
