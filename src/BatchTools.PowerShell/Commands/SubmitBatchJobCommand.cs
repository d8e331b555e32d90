using System.Management.Automation;
using System.Runtime.CompilerServices;
using Amazon.Batch.Model;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Requests;
using BatchTools.Requests;
using BatchTools.WorkloadFiles;

namespace BatchTools.PowerShell.Commands;

/// <summary>Submits jobs: one for each piped point of a sweep, or what parameters, files or objects describe.</summary>
/// <remarks>
/// <para>
/// Each job is checked before it is sent (names, sizes, values for every <c>Ref::name</c> of the definition's command, queue and
/// definition existing and ready) and comes out the moment AWS Batch took it. One that is refused is an error of its own; the others
/// go on. -WhatIf makes every job ready, and tells jobs, calls, time, payload and a range of cost instead of submitting.
/// </para>
/// <para>
/// The range of cost comes from what each job takes, the prices of the environments behind its queue (EC2 on demand and Spot, Fargate),
/// its attempts, and its run time: -ExpectedDuration, or what earlier jobs of the definition took, with the timeout as its bound. At
/// least, jobs pay the part of an instance that they take; at most, they are alone on it. What is not known is said. Jobs on the local
/// engine cost nothing; the range says what they would cost on AWS.
/// </para>
/// <para>
/// With -AsArray the points of a sweep become children of array jobs, up to 10,000 of them with one call. A shell script in place of
/// the command sets the values of each child's point from its index, as environment variables and in place of <c>Ref::name</c>, and
/// then runs the command. It needs <c>sh</c> and <c>env</c> in the image, and an image without an entry point of its own. What does
/// not fit into one request goes into several; what cannot be folded is said and submitted job by job. A chunk of New-BatchSweep
/// -Chunk becomes one job, which computes its points one after the other: all have their turn, and the exit code is that of the first
/// that failed.
/// </para>
/// <para>
/// With -ThrottleLimit no more than that many jobs of this command are unfinished at a time: the next one is submitted when one
/// finishes. Ctrl+C ends the submitting; jobs that were submitted go on.
/// </para>
/// <para>
/// No job is lost or doubled, whatever happens to the connection or the shell: each is written into a journal on this machine and
/// carries a key in the tag batchtools:key, by which it is looked for where an answer got lost. After a crash the same command with
/// the same -Workload submits only what is missing, and so does Resume-BatchWorkload.
/// </para>
/// </remarks>
/// <example>
/// <code>Submit-BatchJob -JobName hello -JobQueue local -JobDefinition hello -Environment @{ GREETING = 'Hello' }</code>
/// <para>Submits one job with an environment variable of its own.</para>
/// </example>
/// <example>
/// <code>
/// New-BatchSweep @{ temperature = 250, 300, 350 } -JobName 'sim-T{temperature}' |
///     Submit-BatchJob -JobQueue local -JobDefinition hello -Workload md-42 -ThrottleLimit 2 |
///     Wait-BatchJob
/// </code>
/// <para>Runs a sweep of three points, two at a time, and gives each job as it finishes.</para>
/// </example>
/// <example>
/// <code>
/// New-BatchSweep @{ n = '1..20' } -JobName 'run-{n}' | Submit-BatchJob -JobQueue local -JobDefinition hello -AsArray -WhatIf
/// </code>
/// <para>Tells what it would take to compute twenty points as children of one array job.</para>
/// </example>
/// <example>
/// <code>Submit-BatchJob -JobName shards -JobQueue local -JobDefinition hello -ArraySize 3 -Attempt 2 -Timeout 10m</code>
/// <para>Submits an array job of three children, each tried twice, and stopped after ten minutes.</para>
/// </example>
/// <example>
/// <code>Submit-BatchJob -JobName shards -JobQueue local -JobDefinition hello -ArraySize 1000 -ExpectedDuration 20m -WhatIf</code>
/// <para>Tells what a thousand jobs of twenty minutes would cost on AWS.</para>
/// </example>
/// <seealso cref="NewBatchSweepCommand"/>
/// <seealso cref="ResumeBatchWorkloadCommand"/>
/// <seealso cref="WaitBatchJobCommand"/>
/// <seealso cref="GetBatchJobCommand"/>
[Cmdlet(VerbsLifecycle.Submit, "BatchJob", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[BatchOperation("SubmitJob")]
[OutputType(typeof(Job))]
public sealed partial class SubmitBatchJobCommand : DraftingCmdlet<PointRequest, Job>
{
    private (string? Queue, string? Definition, JobRequest Request)? _template;
    private bool _asks;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _asks = MyInvocation.BoundParameters.ContainsKey("Confirm")
            || SessionState.PSVariable.GetValue("ConfirmPreference") is ConfirmImpact.Low or ConfirmImpact.Medium;
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName == InputObjectSet ? InputObject?.BaseObject : null)
        {
            case SweepPoint point when Template is { } template:
                PostToTarget(PointRequest.Of(template, point));
                break;
            case SweepChunk chunk when Template is { } template:
                PostToTarget(PointRequest.Of(template, chunk));
                break;
            case SweepPoint or SweepChunk:
                break;
            default:
                foreach (var request in Requests())
                    PostToTarget(PointRequest.Of(ToJob(request)));
                break;
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        Hint(Workload is null
            ? "Stopped submitting; what was submitted goes on. Get-BatchJob lists it."
            : $"Stopped submitting; what was submitted goes on. Get-BatchJob -Workload '{Workload}' lists it, and the same command submits what is missing.");
    }

    private protected override Type RequestType => typeof(SubmitJobRequest);

    private protected override bool ChecksRequired => false;

    private protected override IEnumerable<Func<RequestDraft>> Starts() => ParameterSetName != InputObjectSet ? base.Starts() :
    [
        InputObject?.BaseObject switch
        {
            SweepPoint or SweepChunk or BatchTools.JobQueue => () => RequestDraft.Empty(RequestType),
            BatchTools.JobDefinition definition => () => RequestDraft.OfData(RequestType, [new("jobDefinition", definition.ToString())], ""),
            JobRequest request => () => RequestDraft.OfData(RequestType, ShapeWriter.ToPlainData(RequestBuilder.ToRequest(request, new())), ""),
            Job job => () => throw BatchException.For(nameof(Messages.JobIsNoRequest), ErrorKind.InvalidInput, job, job.JobId),
            _ => OfObject(InputObject),
        },
    ];

    private protected override void Prepare(RequestDraft draft)
    {
        if (DependencyType is { } type)
        {
            draft.Put(
                "dependsOn",
                DependsOn is { Length: > 0 } jobs
                    ? jobs.Select(job => new Dictionary<string, object?> { ["jobId"] = job.JobId, ["type"] = type }).ToArray<object?>()
                    : new object?[] { new Dictionary<string, object?> { ["type"] = type } });
        }
    }

    private protected override async IAsyncEnumerable<Job> RunAsync(
        BatchConnection connection, IAsyncEnumerable<PointRequest> input, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new SubmitOptions { ThrottleLimit = ThrottleLimit, Workload = Workload, Force = Force };
        var requests = new SweepJobs(connection, reporter, options, AsArray, JobName).RequestsAsync(input, cancellationToken);
        if (IsWhatIf)
        {
            await ExplainAsync(await new SubmissionPlanner(connection, reporter).PlanAsync(requests, options, ExpectedDuration, cancellationToken), connection, cancellationToken);
            yield break;
        }

        if (_asks)
            requests = WantedAsync(requests, cancellationToken);
        await foreach (var job in new JobSubmission(connection, reporter).SubmitAsync(requests, options, cancellationToken))
            yield return job;
    }

    // What the points of a sweep share is the same object for all, by which points that may share a job are known.
    private JobRequest? Template
    {
        get
        {
            if (_template is { } known && (known.Queue, known.Definition) == (JobQueue, JobDefinition))
                return known.Request;
            if (string.IsNullOrEmpty(JobQueue) || string.IsNullOrEmpty(JobDefinition))
                Fail(BatchException.For(nameof(Messages.SweepTargetMissing), ErrorKind.InvalidInput, InputObject, string.IsNullOrEmpty(JobQueue) ? "-JobQueue" : "-JobDefinition"));
            if (Requests().FirstOrDefault() is not { } request)
                return null;
            _template = (JobQueue, JobDefinition, ToJob(request));
            return _template?.Request;
        }
    }

    private static JobRequest ToJob(object drafted)
    {
        var request = (SubmitJobRequest)drafted;
        var job = new JobRequest { JobName = request.JobName ?? "", JobQueue = request.JobQueue ?? "", JobDefinition = request.JobDefinition ?? "" };
        (request.JobName, request.JobQueue, request.JobDefinition) = (null, null, null);
        return job with { Overrides = ShapeWriter.ToPlainData(request) };
    }

    private Task<bool> ExplainAsync(SubmissionPlan plan, BatchConnection connection, CancellationToken cancellationToken)
    {
        var rate = connection.SubmissionRate.Current;
        return plan.Jobs == 0
            ? Task.FromResult(false)
            : ShouldProcessAsync($"queue {plan.Queues}", plan.Jobs == 1 ? "Submit 1 job" : $"Submit {plan.Jobs} jobs", plan.Text(double.IsInfinity(rate) ? null : rate, ThrottleLimit), cancellationToken);
    }

    private IAsyncEnumerable<JobRequest> WantedAsync(IAsyncEnumerable<JobRequest> requests, CancellationToken cancellationToken) => requests.SelectManyAsync(
        (request, token) => OneIfWantedAsync(request, token), cancellationToken);

    private async IAsyncEnumerable<JobRequest> OneIfWantedAsync(
        JobRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await ShouldProcessAsync($"{request.JobName} (definition {request.JobDefinition}, queue {request.JobQueue})", "Submit the job", "", cancellationToken))
            yield return request;
    }
}
