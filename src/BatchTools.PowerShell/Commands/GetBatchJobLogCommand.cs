using System.Management.Automation;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Reads what jobs wrote to their logs.</summary>
/// <remarks>
/// <para>
/// Each line comes as an object with its time, its job and its attempt, in the order in which it was written. An array job stands for
/// its children. A job that has not logged anything gives a warning with the reason that the service tells for its state.
/// </para>
/// </remarks>
/// <example>
/// <code>Get-BatchJob | Get-BatchJobLog</code>
/// <para>Prints the logs of all jobs.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -JobName hello | Get-BatchJobLog -Attempt -1 -Tail 20</code>
/// <para>Prints the last 20 lines of the last attempt.</para>
/// </example>
/// <example>
/// <code>(Get-BatchJob -JobName hello | Get-BatchJobLog).Message | Set-Content hello.log</code>
/// <para>Writes the plain lines into a file.</para>
/// </example>
/// <seealso cref="GetBatchJobCommand"/>
/// <seealso cref="WaitBatchJobCommand"/>
[Cmdlet(VerbsCommon.Get, "BatchJobLog")]
[OutputType(typeof(JobLogEvent))]
public sealed class GetBatchJobLogCommand : PipedJobCmdlet<JobLogEvent>
{
    /// <summary>Only this attempt: 1 for the first, -1 for the last, -2 for the one before. Default: every attempt.</summary>
    [Parameter]
    [ValidateRange(-10, 10)]
    public int? Attempt { get; set; }

    /// <summary>Only the last lines of each attempt, this many. Default: all lines.</summary>
    [Parameter]
    [Alias("Last")]
    [ValidateRange(1, int.MaxValue)]
    public int? Tail { get; set; }

    /// <summary>Only lines that were written from this time on. Default: from the beginning.</summary>
    [Parameter]
    public DateTime? Since { get; set; }

    /// <summary>Goes on reading until each job has finished.</summary>
    [Parameter]
    [Alias("Wait")]
    public SwitchParameter Follow { get; set; }

    private protected override IAsyncEnumerable<JobLogEvent> RunAsync(
        BatchConnection connection, IAsyncEnumerable<JobReference> input, IReporter reporter, CancellationToken cancellationToken) =>
        new JobLogs(connection, reporter).ReadAsync(
            input, new LogOptions { Attempt = Attempt, Tail = Tail, Since = Since, Follow = Follow }, cancellationToken);
}
