using System.Management.Automation;
using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Writes what exists in an account, or what a workload ran, into a workload file.</summary>
/// <remarks>
/// <para>
/// Queues bring their environments and scheduling policies along, and name them in place of their ARNs, so that the file can be deployed
/// to another account. Of a definition it is the latest active revision. Without a name, all queues, environments and definitions are
/// written.
/// </para>
/// <para>
/// With -Workload it is the jobs of a workload, each with what it was given beyond its definition, and in place of the ids of the jobs
/// that it waited for their names. Sweeps come as the jobs that they were. The service keeps finished jobs for some days only.
/// </para>
/// </remarks>
/// <example>
/// <code>Export-BatchWorkload account.json</code>
/// <para>Writes all queues, environments and definitions.</para>
/// </example>
/// <example>
/// <code>Export-BatchWorkload again.json -Workload md-42 -PassThru | Test-BatchWorkload</code>
/// <para>Writes what the workload md-42 ran, and checks the file.</para>
/// </example>
/// <example>
/// <code>Get-BatchJobQueue local | Export-BatchWorkload queue.json -JobDefinition hello -PassThru</code>
/// <para>Writes a queue with its environments, and a definition, and gives the file.</para>
/// </example>
/// <seealso cref="ImportBatchWorkloadCommand"/>
/// <seealso cref="InvokeBatchWorkloadCommand"/>
/// <seealso cref="ConvertToBatchTerraformCommand"/>
[Cmdlet(VerbsData.Export, "BatchWorkload", SupportsShouldProcess = true, DefaultParameterSetName = ResourceSet)]
[OutputType(typeof(FileInfo))]
public sealed class ExportBatchWorkloadCommand : ConnectedCmdlet<string, FileInfo>
{
    private const string ResourceSet = "Resource";
    private const string WorkloadSet = "Workload";

    private readonly List<string> _queues = [];
    private readonly List<string> _environments = [];
    private readonly List<string> _definitions = [];

    /// <summary>The file, which ends in .json. Its folder is made if it is missing; a file that exists is replaced.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("FilePath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The queues, by name, with wildcards; their environments and scheduling policies come along. Default: all, if nothing else is named.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ResourceSet)]
    [Alias("JobQueueName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    public string[] JobQueue { get; set; } = [];

    /// <summary>The compute environments, by name, with wildcards. Default: all, if nothing else is named.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ResourceSet)]
    [Alias("ComputeEnvironmentName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ComputeEnvironmentNameCompleter))]
    public string[] ComputeEnvironment { get; set; } = [];

    /// <summary>The job definitions, by name, with wildcards, or as name:revision. Default: all, if nothing else is named.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ResourceSet)]
    [Alias("JobDefinitionName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(JobDefinitionNameCompleter))]
    public string[] JobDefinition { get; set; } = [];

    /// <summary>The workload whose jobs are written, with the queues, environments and definitions that they ran on.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WorkloadSet)]
    [ArgumentCompleter(typeof(WorkloadNameCompleter))]
    public string? Workload { get; set; }

    /// <summary>Leaves a file alone that exists, with an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Gives the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _queues.AddRange(JobQueue);
        _environments.AddRange(ComputeEnvironment);
        _definitions.AddRange(JobDefinition);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var file = FullPath(Path);
        var target = Target;
        if (NoClobber && File.Exists(file))
            WriteError(ErrorRecords.From(BatchException.For(nameof(Messages.FileExists), ErrorKind.AlreadyExists, file, file)));
        else if (ShouldProcess(file, Workload is null ? "Write the workload file" : $"Write the workload {Workload} as a workload file"))
        {
            StartOver(target);
            Post(file);
        }

        base.EndProcessing();
    }

    private protected override async IAsyncEnumerable<FileInfo> RunAsync(
        BatchConnection connection, IAsyncEnumerable<string> input, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var export = new WorkloadExport(connection, reporter);
        var selection = new ExportSelection { JobQueues = _queues, ComputeEnvironments = _environments, JobDefinitions = _definitions };
        await foreach (var path in input.WithCancellation(cancellationToken))
        {
            var file = Workload is null
                ? await export.ResourcesAsync(selection, path, cancellationToken)
                : await export.WorkloadAsync(Workload, path, cancellationToken);
            if (IsPassedOn(PassThru))
                yield return file;
        }
    }
}
