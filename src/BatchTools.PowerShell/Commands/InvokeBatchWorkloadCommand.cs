using System.Collections;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Runs a workload file: creates what is missing of its resources, changes what differs, submits its jobs in their order, and waits for them.</summary>
/// <remarks>
/// <para>
/// Everything in the file is checked before the first call: members, names, dependencies, values. Resources that are missing are created,
/// those that differ from the file are changed; members that the file does not give stay as they are. A job whose dependsOn names an earlier job of the file, as <c>${job-name}</c>, gets that job's id.
/// </para>
/// <para>
/// Ctrl+C ends the submitting and the waiting; jobs that were submitted go on, and -Resume, or with -Workload the same command, submits what is missing.
/// </para>
/// </remarks>
/// <example>
/// <code>Invoke-BatchWorkload workload.json | Measure-BatchWorkload | Export-BatchReport report.html</code>
/// <para>Runs a file, and reports what it did.</para>
/// </example>
/// <example>
/// <code>Invoke-BatchWorkload workload.json -WhatIf</code>
/// <para>Checks a file, and tells what would be created, changed and submitted, and what that would cost on AWS.</para>
/// </example>
/// <example>
/// <code>Invoke-BatchWorkload workload.json -Workload nightly -Timeout 2h | Sort-Object CreatedAt | ForEach-Object JobId | Set-Content ids.txt</code>
/// <para>Runs a file as the workload nightly, within which no job is submitted twice, and writes the ids of its jobs into a file.</para>
/// </example>
/// <example>
/// <code>Invoke-BatchWorkload training.yaml -Parameter @{ dataset = 'clean' } -Timeout 1h</code>
/// <para>Runs a YAML file that declares the parameter dataset, with a value for it.</para>
/// </example>
/// <example>
/// <code>Invoke-BatchWorkload workload.json -ThrottleLimit 5 -ReportPath report.html, results.xml | Where-Object Status -eq FAILED</code>
/// <para>Runs a file with five jobs at a time, reports it as a page and as JUnit results, and gives the jobs that failed.</para>
/// </example>
/// <seealso cref="DeployBatchResourceCommand"/>
/// <seealso cref="MeasureBatchWorkloadCommand"/>
/// <seealso cref="ResumeBatchWorkloadCommand"/>
[Cmdlet(VerbsLifecycle.Invoke, "BatchWorkload", SupportsShouldProcess = true)]
[OutputType(typeof(Job), typeof(FileInfo))]
public sealed class InvokeBatchWorkloadCommand : ConnectedCmdlet<WorkloadFile, object>
{
    private string[] _reports = [];

    /// <summary>The workload files, JSON or YAML; see docs/workload-files.md. A file that AWS CLI takes for one resource or job is a workload file too.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>
    /// The name of the workload, within which no job is submitted twice. Default: the name in the file, or the file's name, and each run
    /// submits all jobs anew.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(WorkloadNameCompleter))]
    public string? Workload { get; set; }

    /// <summary>The values of the file's parameters, by name, such as <c>@{ dataset = 'raw' }</c>. Default: those that the file declares.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public IDictionary? Parameter { get; set; }

    /// <summary>How long to wait for the jobs: <c>04:00:00</c>, <c>4h</c>, or a number of seconds. Default: until all have finished.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// How long an attempt of a job is expected to run, for the range of cost that -WhatIf tells: <c>00:20:00</c>, <c>20m</c>, or a
    /// number of seconds. Default: as long as earlier jobs of the definition that succeeded, at most as long as the timeout.
    /// </summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? ExpectedDuration { get; set; }

    /// <summary>How many jobs of the run may be unfinished at a time, beside the limits that its sweeps have. Default: as the file says, else all.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? ThrottleLimit { get; set; }

    /// <summary>
    /// Reports of the run to write when it has ended, each in the format of its extension: .html, .md, .xml (JUnit), .json or .csv. Of
    /// several files each has its turn, and the last stays.
    /// </summary>
    [Parameter]
    [Alias("Report")]
    [ValidateNotNullOrEmpty]
    public string[] ReportPath { get; set; } = [];

    /// <summary>
    /// Tells in the reports of -ReportPath what the jobs cost too, as Measure-BatchCost does. Jobs on the local engine cost nothing; it is
    /// what they would cost on AWS. Default: no prices are looked up.
    /// </summary>
    [Parameter]
    public SwitchParameter Cost { get; set; }

    /// <summary>Gives the files of the reports too, after the jobs.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Goes on with the latest run of the file that was broken off, and submits only what is missing.</summary>
    [Parameter]
    public SwitchParameter Resume { get; set; }

    /// <summary>Submits jobs of the workload once more that were submitted before.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _reports = [.. ReportPath.Select(FullPath)];
        try
        {
            // A report that can not be written is told before the jobs have run, not after.
            foreach (var path in _reports)
                Reports.FormatOf(path);
        }
        catch (BatchException error)
        {
            Fail(error);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var file in Path.SelectMany(Files))
        {
            if (Attempt(() => WorkloadFile.Load(file, StringMap.From(Parameter))) is { } loaded)
                PostToTarget(loaded);
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        Hint($"Stopped; the jobs that were submitted go on. {(Workload is null ? "Invoke-BatchWorkload -Resume" : "The same command")} submits what is missing.");
    }

    private protected override async IAsyncEnumerable<object> RunAsync(
        BatchConnection connection, IAsyncEnumerable<WorkloadFile> input, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new WorkloadRunOptions
        {
            Workload = Workload, Timeout = Timeout, ThrottleLimit = ThrottleLimit, Resume = Resume, Force = Force, EstimatesCost = IsWhatIf, ExpectedDuration = ExpectedDuration,
        };
        await foreach (var file in input.WithCancellation(cancellationToken))
        {
            await using var jobs = RunAsync(connection, file, options, reporter, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await jobs.NextOrReportAsync(reporter))
                yield return jobs.Current;
        }
    }

    private async IAsyncEnumerable<object> RunAsync(
        BatchConnection connection, WorkloadFile file, WorkloadRunOptions options, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = new WorkloadRun(connection, reporter);
        var plan = await run.PlanAsync(file, options, cancellationToken);
        var details = string.Concat(plan.Lines().DefaultIfEmpty("Nothing is left to do").Select(line => $"\n  {line}"));
        if (!await ShouldProcessAsync(file.Path, "Run the workload file", details, cancellationToken))
            yield break;
        await foreach (var job in run.RunAsync(file, options, cancellationToken))
            yield return job;
        if (run.LeftOut is { } leftOut)
            reporter.Note(leftOut);
        if (_reports.Length == 0)
            yield break;
        var summary = Cost ? await new SummaryCosts(reporter).AddToAsync(run.ToSummary(), cancellationToken) : run.ToSummary();
        foreach (var path in _reports)
        {
            var report = await Reports.ExportAsync(summary, path, cancellationToken: cancellationToken);
            if (PassThru)
                yield return report;
        }
    }
}
