using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Life;

/// <summary>A cmdlet that enables, disables or removes job queues.</summary>
public abstract class JobQueueLifeCmdlet : LifeCmdlet<JobQueue>
{
    private protected JobQueueLifeCmdlet()
    {
    }

    /// <summary>The queues, as objects, or by name, pattern or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobQueueName", "JobQueueArn", "JobQueue")]
    [SupportsWildcards]
    [NameTransformation("JobQueueName", "JobQueue")]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    [RequestMember("jobQueue")]
    public string[] Name { get; set; } = [];

    private protected override IEnumerable<string> Names => Name;

    private protected override IResourceLife<JobQueue> Life(BatchConnection connection, IReporter reporter) => new JobQueueLife(connection, reporter, Options);
}
