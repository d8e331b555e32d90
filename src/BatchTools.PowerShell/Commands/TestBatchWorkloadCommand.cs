using System.Collections;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Session;

namespace BatchTools.PowerShell.Commands;

/// <summary>Checks workload files, and gives what it finds: what is wrong, what is odd, what could be better. It changes nothing.</summary>
/// <remarks>
/// <para>
/// All that Invoke-BatchWorkload would refuse is found here: members, names, values, dependencies with their cycles; each with file, line,
/// column and a suggestion. Where there is a connection, the file is also held against what exists there: queues and definitions that the
/// jobs name, and what can not be changed in place. A file without findings gives nothing.
/// </para>
/// </remarks>
/// <example>
/// <code>Test-BatchWorkload workload.json</code>
/// <para>Lists what is found in a file.</para>
/// </example>
/// <example>
/// <code>if (Test-BatchWorkload workload.json -Quiet) { Invoke-BatchWorkload workload.json -Timeout 10m }</code>
/// <para>Runs a file only if nothing in it is wrong.</para>
/// </example>
/// <example>
/// <code>Get-ChildItem *.json | Test-BatchWorkload -Offline | Group-Object RuleId -NoElement</code>
/// <para>Counts what is found in the files of a folder, without asking a service.</para>
/// </example>
/// <seealso cref="ImportBatchWorkloadCommand"/>
/// <seealso cref="InvokeBatchWorkloadCommand"/>
[Cmdlet(VerbsDiagnostic.Test, "BatchWorkload")]
[OutputType(typeof(WorkloadFinding), typeof(bool))]
public sealed class TestBatchWorkloadCommand : StreamingCmdlet<string, object>
{
    private BatchConnection? _connection;

    /// <summary>The workload files, JSON or YAML; see docs/workload-files.md.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The values of the files' parameters, by name, such as <c>@{ dataset = 'raw' }</c>. Default: those that the files declare.</summary>
    [Parameter]
    public IDictionary? Parameter { get; set; }

    /// <summary>Checks only what needs no service, also where there is a connection.</summary>
    [Parameter]
    public SwitchParameter Offline { get; set; }

    /// <summary>Gives true or false a file in place of the findings: whether nothing in it is wrong.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>
    /// The connection where the files would run, as Connect-Batch gave it, or the name of one. Default: the one that was made last; where
    /// there is none, only what needs no service is checked.
    /// </summary>
    [Parameter]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public BatchConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _connection = Offline ? null : Connection ?? BatchSession.Current.Default;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var file in Path.SelectMany(Files))
            Post(file);
    }

    private protected override async IAsyncEnumerable<object> RunAsync(
        IAsyncEnumerable<string> input, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var file in input.WithCancellation(cancellationToken))
        {
            var isSound = true;
            var findings = new WorkloadInspection(_connection, reporter).InspectAsync(file, StringMap.From(Parameter), cancellationToken);
            await using var each = findings.GetAsyncEnumerator(cancellationToken);
            while (await each.NextOrReportAsync(reporter))
            {
                isSound &= each.Current.Severity != WorkloadFindingSeverity.ERROR;
                if (!Quiet)
                    yield return each.Current;
            }

            if (Quiet)
                yield return isSound;
        }
    }
}
