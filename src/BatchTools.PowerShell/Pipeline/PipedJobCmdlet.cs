using System.Management.Automation;
using BatchTools.PowerShell.Binding;

namespace BatchTools.PowerShell.Pipeline;

/// <summary>A cmdlet that takes jobs and nothing else from the pipeline.</summary>
/// <typeparam name="TOutput">One result.</typeparam>
public abstract class PipedJobCmdlet<TOutput> : JobCmdlet<TOutput>
{
    private protected PipedJobCmdlet()
    {
    }

    /// <summary>The jobs, as objects, or by id or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobId", "Id")]
    [JobTransformation]
    [ArgumentCompleter(typeof(JobIdCompleter))]
    public JobReference[] Job { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var job in Job)
            PostJob(job);
    }
}
