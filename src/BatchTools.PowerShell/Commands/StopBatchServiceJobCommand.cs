using System.Management.Automation;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Stops service jobs.</summary>
/// <remarks>
/// <para>
/// The local engine has no service to run such jobs in, and says so.
/// </para>
/// </remarks>
/// <example>
/// <code>Get-BatchServiceJob -JobQueue training | Stop-BatchServiceJob -Reason 'Wrong data'</code>
/// <para>Stops every job of a queue.</para>
/// </example>
/// <example>
/// <code>Stop-BatchServiceJob 01234567-89ab-cdef-0123-456789abcdef -WhatIf</code>
/// <para>Tells which job would be stopped.</para>
/// </example>
/// <seealso cref="GetBatchServiceJobCommand"/>
[Cmdlet(VerbsLifecycle.Stop, "BatchServiceJob", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("TerminateServiceJob")]
[OutputType(typeof(ServiceJob))]
public sealed class StopBatchServiceJobCommand : UpdateCmdlet<ServiceJob>
{
    /// <summary>The jobs, as objects, or by id or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Alias("JobId", "Id")]
    [NameTransformation("JobId", "JobArn")]
    [ArgumentCompleter(typeof(ServiceJobIdCompleter))]
    [RequestMember("jobId")]
    public string[] Job { get; set; } = [];

    /// <summary>Why they are stopped; it becomes the status reason of the jobs. Default: Stopped by the user.</summary>
    [Parameter]
    [ValidateLength(1, 1024)]
    [RequestMember("reason")]
    public string Reason { get; set; } = "Stopped by the user.";

    private protected override string Action => "Stop the service job";

    private protected override IRequestKind<ServiceJob> Kind => new RequestKind<TerminateServiceJobRequest, ServiceJob>
    {
        Name = request => request.JobId,
        Send = (connection, request, reporter, cancellation) =>
            new ServiceJobs(connection, reporter).StopAsync(request, cancellation),
    };
}
