namespace BatchTools.PowerShell.Pipeline;

/// <summary>A cmdlet that works on jobs, each over the connection that it belongs to.</summary>
/// <typeparam name="TOutput">One result.</typeparam>
public abstract class JobCmdlet<TOutput> : ConnectedCmdlet<JobReference, TOutput>
{
    private protected JobCmdlet()
    {
    }

    /// <summary>Hands a job to the work: over the connection that was asked for, else over its own, else over the session's.</summary>
    private protected void PostJob(JobReference job)
    {
        var connection = Connection ?? job.Connection ?? Target;
        Post(job.Connection == connection ? job : JobReference.To(job.JobId, connection), connection);
    }
}
