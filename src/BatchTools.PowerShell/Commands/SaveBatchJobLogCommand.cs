using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Saves the logs of jobs in files, one an attempt, under a folder.</summary>
/// <remarks>
/// <para>
/// Saving can be repeated: files that are complete are left alone, and what is missing of others, because the saving was stopped or the
/// job went on, is added. Beside a file that is not complete lies another that ends in .resume and says how far it is.
/// </para>
/// <para>
/// The files hold the lines just as the jobs wrote them, in UTF-8.
/// </para>
/// </remarks>
/// <example>
/// <code>Save-BatchJobLog -Workload md-42 -Path logs</code>
/// <para>Saves the logs of all jobs of a workload as logs/md-42/NAME/INDEX.ATTEMPT.log.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -JobName hello | Save-BatchJobLog -Template '{name}-{id}.{attempt}.txt'</code>
/// <para>Saves the logs of some jobs in the current folder.</para>
/// </example>
/// <example>
/// <code>Get-BatchJob -JobQueue local -Status FAILED | Save-BatchJobLog logs -Attempt Last -WhatIf</code>
/// <para>Tells whose last attempts would be saved.</para>
/// </example>
/// <seealso cref="GetBatchJobLogCommand"/>
/// <seealso cref="FindBatchJobErrorCommand"/>
[Cmdlet(VerbsData.Save, "BatchJobLog", SupportsShouldProcess = true, DefaultParameterSetName = JobSet)]
[OutputType(typeof(SavedJobLog))]
public sealed class SaveBatchJobLogCommand : LogCmdlet<SavedJobLog>
{
    private string _folder = "";

    /// <summary>The jobs, as objects, or by id or ARN; also single children (id:3) and nodes (id#1), and what Measure-BatchWorkload gives.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = JobSet)]
    [Alias("JobId", "Id")]
    [JobTransformation]
    [ArgumentCompleter(typeof(JobIdCompleter))]
    public override JobReference[] Job { get; set; } = [];

    /// <summary>The folder that the files go under; it is made if it is missing. Default: the current folder.</summary>
    [Parameter(Position = 0)]
    [Alias("Destination", "Folder")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = ".";

    /// <summary>
    /// The path of a file under the folder, with <c>{workload}</c>, <c>{name}</c>, <c>{id}</c>, <c>{index}</c> (of an array child or a node;
    /// of other jobs their id), <c>{attempt}</c>, <c>{container}</c>, <c>{queue}</c> and <c>{definition}</c>.
    /// Default: <c>{workload}/{name}/{index}.{attempt}.log</c>.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Template { get; set; } = SaveLogOptions.DefaultTemplate;

    /// <summary>The attempts: All, Last, or a number: 1 for the first, -1 for the last. Default: All.</summary>
    [Parameter]
    [AttemptTransformation]
    [ArgumentCompleter(typeof(AttemptCompleter))]
    [ValidateRange(-10, 10)]
    public int Attempt { get; set; }

    /// <summary>Of jobs with several containers, those of these names. Default: all.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[] Container { get; set; } = [];

    /// <summary>Writes files anew that are complete.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        Hint("Stopped saving; what is in files stays. The same command goes on from there.");
    }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _folder = FullPath(Path);

    private protected override bool Wants(string target) => ShouldProcess(target, $"Save the logs under {_folder}");

    private protected override IAsyncEnumerable<SavedJobLog> ReadAsync(
        BatchConnection connection, IAsyncEnumerable<JobReference> jobs, IReporter reporter, CancellationToken cancellationToken)
    {
        var options = new SaveLogOptions
        {
            Folder = _folder,
            Template = Template,
            Force = Force,
            Logs = new LogOptions { Attempt = Attempt == 0 ? null : Attempt, Containers = Container },
        };
        return new JobLogSaver(connection, reporter).SaveAsync(jobs, options, cancellationToken);
    }
}
