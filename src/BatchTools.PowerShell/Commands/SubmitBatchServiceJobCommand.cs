using System.Collections;
using System.Management.Automation;
using Amazon.Batch;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Requests;

namespace BatchTools.PowerShell.Commands;

/// <summary>Submits a job that another service of AWS runs, such as a training job of SageMaker AI.</summary>
/// <remarks>
/// <para>
/// The local engine has no service to run such jobs in, and says so.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Submit-BatchServiceJob -JobName train -JobQueue training -Payload (Get-Content training-job.json -Raw) -Timeout 4h
/// </code>
/// <para>Submits a training job whose request a file holds.</para>
/// </example>
/// <example>
/// <code>Submit-BatchServiceJob -Path service-job.json -WhatIf</code>
/// <para>Tells what the job of a file would be.</para>
/// </example>
/// <seealso cref="GetBatchServiceJobCommand"/>
/// <seealso cref="StopBatchServiceJobCommand"/>
[Cmdlet(VerbsLifecycle.Submit, "BatchServiceJob", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("SubmitServiceJob")]
[OutputType(typeof(ServiceJob))]
public sealed class SubmitBatchServiceJobCommand : CreationCmdlet<ServiceJob>
{
    /// <summary>The name: up to 128 letters, digits, '-' and '_'.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [Alias("Name")]
    [RequestMember("jobName")]
    public string? JobName { get; set; }

    /// <summary>The queue, as an object, or by name or ARN. It must have service environments.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [NameTransformation("JobQueueName", "JobQueue")]
    [ArgumentCompleter(typeof(JobQueueNameCompleter))]
    [RequestMember("jobQueue")]
    public string? JobQueue { get; set; }

    /// <summary>What the service is asked for: its own request, as JSON text, a hashtable or an object.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = PropertySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [Alias("ServiceRequestPayload")]
    [JsonTextTransformation]
    [RequestMember("serviceRequestPayload")]
    public string? Payload { get; set; }

    /// <summary>The service and what it runs. Default: SAGEMAKER_TRAINING.</summary>
    [Parameter]
    [Alias("ServiceJobType")]
    [ArgumentCompleter(typeof(ConstantCompleter<ServiceJobType>))]
    [RequestMember("serviceJobType")]
    public string Type { get; set; } = "SAGEMAKER_TRAINING";

    /// <summary>How often the job is tried. Default: once.</summary>
    [Parameter]
    [Alias("Attempts")]
    [ValidateRange(1, 10)]
    [RequestMember("retryStrategy.attempts")]
    public int? Attempt { get; set; }

    /// <summary>When the job is tried again, in AWS's shape: attempts, and evaluateOnExit with rules by the reason of the end.</summary>
    [Parameter]
    [RequestMember("retryStrategy")]
    public object? RetryStrategy { get; set; }

    /// <summary>How long an attempt may run: <c>00:10:00</c>, <c>10m</c>, or a number of seconds. Default: without limit.</summary>
    [Parameter]
    [DurationTransformation]
    [RequestMember("timeoutConfig.attemptDurationSeconds")]
    public TimeSpan? Timeout { get; set; }

    /// <summary>The priority within the share, 0 to 9,999.</summary>
    [Parameter]
    [ValidateRange(0, 9999)]
    [RequestMember("schedulingPriority")]
    public int? SchedulingPriority { get; set; }

    /// <summary>The share that the job counts for, on a queue with fair-share scheduling.</summary>
    [Parameter]
    [RequestMember("shareIdentifier")]
    public string? ShareIdentifier { get; set; }

    /// <summary>The quota share that the job counts for.</summary>
    [Parameter]
    [Alias("QuotaShareName")]
    [NameTransformation("QuotaShareName")]
    [ArgumentCompleter(typeof(QuotaShareNameCompleter))]
    [RequestMember("quotaShareName")]
    public string? QuotaShare { get; set; }

    /// <summary>How often the job is begun again after others took its place, before it ends.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [RequestMember("preemptionConfiguration.preemptionRetriesBeforeTermination")]
    public int? PreemptionRetry { get; set; }

    /// <summary>The tags.</summary>
    [Parameter]
    [Alias("Tags")]
    [RequestMember("tags")]
    public IDictionary? Tag { get; set; }

    private protected override string Action => "Submit the service job";

    private protected override IRequestKind<ServiceJob> Kind => new RequestKind<SubmitServiceJobRequest, ServiceJob>
    {
        Name = request => request.JobName,
        Send = (connection, request, reporter, cancellation) =>
            new ServiceJobs(connection, reporter).SubmitAsync(request, cancellation),
    };
}
