using System.Management.Automation;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Changes the priority of service jobs.</summary>
/// <remarks>
/// <para>
/// The local engine has no service to run such jobs in, and says so.
/// </para>
/// </remarks>
/// <example>
/// <code>Get-BatchServiceJob -JobQueue training -Status RUNNABLE | Set-BatchServiceJob -SchedulingPriority 100</code>
/// <para>Lets what waits in a queue go first.</para>
/// </example>
/// <example>
/// <code>Get-BatchServiceJob -JobName 'train-*' | Set-BatchServiceJob -SchedulingPriority 5 -WhatIf</code>
/// <para>Tells what would change.</para>
/// </example>
/// <seealso cref="GetBatchServiceJobCommand"/>
[Cmdlet(VerbsCommon.Set, "BatchServiceJob", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("UpdateServiceJob")]
[OutputType(typeof(ServiceJob))]
public sealed class SetBatchServiceJobCommand : UpdateCmdlet<ServiceJob>
{
    /// <summary>The jobs, as objects, or by id or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Alias("JobId", "Id")]
    [NameTransformation("JobId", "JobArn")]
    [ArgumentCompleter(typeof(ServiceJobIdCompleter))]
    [RequestMember("jobId")]
    public string[] Job { get; set; } = [];

    /// <summary>The priority within the share, 0 to 9,999; higher goes first.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [ValidateRange(0, 9999)]
    [RequestMember("schedulingPriority")]
    public int? SchedulingPriority { get; set; }

    private protected override string Action => "Change the service job";

    private protected override IRequestKind<ServiceJob> Kind => new RequestKind<UpdateServiceJobRequest, ServiceJob>
    {
        Name = request => request.JobId,
        Send = (connection, request, reporter, cancellation) =>
            new ServiceJobs(connection, reporter).UpdateAsync(request, cancellation),
        Compare = async (connection, request, reporter, cancellation) =>
            Changes(await new ServiceJobs(connection, reporter).FindAsync(request.JobId, cancellation), request),
    };
}
