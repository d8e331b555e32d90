using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Reads what jobs wrote to their logs, or follows it while they write.</summary>
/// <remarks>
/// <para>
/// A job is enough: group, stream, attempt and container come from it. Each line is an object with its time, its job and its attempt,
/// in the order in which it was written. An array job stands for its children, a multi-node job for its nodes. Where a job has not
/// logged anything, a warning says why, with the reason that the service tells for the job's state.
/// </para>
/// <para>
/// With -Follow the lines of all jobs come in the order of time, marked with their job, while they are written. New attempts and new
/// children are taken up as they start. It ends by itself when all jobs have ended; Ctrl+C ends the reading and not the jobs.
/// </para>
/// <para>
/// On the console a line can do nothing but show its text and colours: other control characters are shown, as ^[ and ^G. The property
/// Message and -Raw give the line as the job wrote it.
/// </para>
/// <para>
/// After other output of the same command line PowerShell shows objects as lists, so there each line stands behind <c>Log :</c>; pipe
/// to Out-Host for the log as it is else. Lines of -Follow always are plain lines; to shape them with Format-Table or Format-List, add
/// -Force to these.
/// </para>
/// <para>
/// Save-BatchJobLog writes whole logs into files. Lines that a pipeline picked go into a file by &gt; or Out-File; Set-Content keeps
/// 400 MiB of memory for a million lines until it ends, whichever command gives them.
/// </para>
/// </remarks>
/// <example>
/// <code>Submit-BatchJob -JobName hello -JobQueue local -JobDefinition hello | Get-BatchJobLog -Follow</code>
/// <para>Submits a job and shows what it says until it ends.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -JobName hello | Get-BatchJobLog -Attempt Last -Tail 20</code>
/// <para>Prints the last 20 lines of the last attempt.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobLog -Workload md-42 -Pattern 'warn|error' -Since (Get-Date).AddHours(-1)</code>
/// <para>Prints the lines of the last hour, of all jobs of a workload, that hold one of two words.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobLog -Workload md-42 -Query 'filter @message like /warn/ | stats count() as lines by @logStream' -Verbose</code>
/// <para>Counts lines in all logs of a workload on the server, and tells how many bytes that scanned.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -JobName hello | Get-BatchJobLog -Raw -Pattern warn &gt; warnings.log</code>
/// <para>Writes the plain lines that hold a word into a file.</para>
/// </example>
/// <seealso cref="SaveBatchJobLogCommand"/>
/// <seealso cref="GetBatchJobCommand"/>
/// <seealso cref="WaitBatchJobCommand"/>
[Cmdlet(VerbsCommon.Get, "BatchJobLog", DefaultParameterSetName = JobSet)]
[OutputType(typeof(JobLogEvent), typeof(string), typeof(PSObject))]
public sealed class GetBatchJobLogCommand : LogCmdlet<OutputBatch>
{
    private const string GroupSet = "Group";

    private LogOptions _options = new();

    /// <summary>The attempts: All, Last, or a number: 1 for the first, -1 for the last, -2 for the one before. Default: All.</summary>
    [Parameter]
    [AttemptTransformation]
    [ArgumentCompleter(typeof(AttemptCompleter))]
    [ValidateRange(-10, 10)]
    public int Attempt { get; set; }

    /// <summary>Of jobs with several containers, those of these names. Default: all.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[] Container { get; set; } = [];

    /// <summary>Only the last lines of each attempt, this many. Default: all lines.</summary>
    [Parameter]
    [Alias("Last")]
    [ValidateRange(1, int.MaxValue)]
    public int? Tail { get; set; }

    /// <summary>Only the first lines of each attempt, this many. Default: all lines.</summary>
    [Parameter]
    [Alias("First", "TotalCount")]
    [ValidateRange(1, int.MaxValue)]
    public int? Head { get; set; }

    /// <summary>Only lines that were written from this time on. Default: from the beginning.</summary>
    [Parameter]
    public DateTime? Since { get; set; }

    /// <summary>Only lines that were written before this time. Default: to the end.</summary>
    [Parameter]
    public DateTime? Until { get; set; }

    /// <summary>
    /// Only lines in which this regular expression is found, whatever the case; (?-i) at its beginning tells cases apart. It is looked
    /// for here, in every line that is read. Default: all lines.
    /// </summary>
    [Parameter]
    public string? Pattern { get; set; }

    /// <summary>
    /// Only lines that meet this filter pattern of CloudWatch Logs, which the service looks for, so that other lines are not even sent:
    /// <c>ERROR -Timeout</c> for lines with the one word and without the other; cases differ. Default: all lines.
    /// </summary>
    [Parameter]
    public string? Filter { get; set; }

    /// <summary>Shows lines while they are written, of all jobs at once, until all have ended.</summary>
    [Parameter]
    [Alias("Wait")]
    public SwitchParameter Follow { get; set; }

    /// <summary>
    /// Searches all the logs at once by CloudWatch Logs Insights with this query, and gives its rows: <c>filter @message like /error/ |
    /// stats count() by @logStream</c>. AWS charges for the bytes that it scans; -Verbose tells them. Of the other parameters only -Since,
    /// -Until and -Raw count; without -Raw, control characters in the rows are shown as ^[ and ^G.
    /// </summary>
    [Parameter(ParameterSetName = JobSet)]
    [Parameter(ParameterSetName = WorkloadSet)]
    [Parameter(Mandatory = true, ParameterSetName = GroupSet)]
    [ValidateLength(1, 10_000)]
    public string? Query { get; set; }

    /// <summary>
    /// A log group that -Query searches as a whole, in place of the logs of jobs; for jobs that AWS Batch has forgotten. Default of -Since
    /// is then the last 24 hours.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = GroupSet)]
    public string? LogGroup { get; set; }

    /// <summary>Gives the lines as plain text, just as the jobs wrote them. It is also much faster.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            _options = Options();
        }
        catch (BatchException error)
        {
            Fail(error);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName == GroupSet)
            StartOver(Target);
        base.EndProcessing();
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        if (Follow)
            Hint("Stopped reading; the jobs go on. Follow them again with Get-BatchJob | Get-BatchJobLog -Follow.");
    }

    private protected override IAsyncEnumerable<OutputBatch> ReadAsync(
        BatchConnection connection, IAsyncEnumerable<JobReference> jobs, IReporter reporter, CancellationToken cancellationToken) =>
        Query is null
            ? new JobLogs(connection, reporter).ReadPagesAsync(jobs, _options, cancellationToken).ToOutputAsync(Raw, Follow, cancellationToken)
            : new JobLogQuery(connection, reporter).RunAsync(jobs, QueryOptions(Query), cancellationToken).ToOutputAsync(Raw, cancellationToken);

    private LogQueryOptions QueryOptions(string query) => new() { Query = query, LogGroup = LogGroup, Since = Since, Until = Until };

    private LogOptions Options() => LogOptions.Checked(new LogOptions
    {
        Attempt = Attempt == 0 ? null : Attempt,
        Containers = Container,
        Tail = Tail,
        Head = Head,
        Since = Since,
        Until = Until,
        Pattern = Pattern is null ? null : LogOptions.ReadPattern(Pattern),
        Filter = Filter,
        Follow = Follow,
    });
}
