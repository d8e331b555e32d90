using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>The job queues of a file.</summary>
internal sealed class QueueSection(BatchConnection connection, IReporter reporter, LifeOptions options)
    : ResourceSection<CreateJobQueueRequest, JobQueue>(connection, Name)
{
    /// <summary>What such a resource is called.</summary>
    public const string Name = "job queue";

    private readonly JobQueues _queues = new(connection, reporter);

    /// <inheritdoc/>
    protected override Task<JobQueue?> FindAsync(string name, CancellationToken cancellationToken) => _queues.FindAsync(name, cancellationToken);

    /// <inheritdoc/>
    protected override IReadOnlyList<Difference> Differences(JobQueue existing, CreateJobQueueRequest request) => QueueContent.Differences(existing, request);

    /// <inheritdoc/>
    protected override bool IsFixed(JobQueue existing, Difference difference) =>
        difference.Path == "jobQueueType" || difference is { Path: "schedulingPolicyArn", Old: null };

    /// <inheritdoc/>
    protected override async Task CreateAsync(CreateJobQueueRequest request, CancellationToken cancellationToken)
    {
        request.SchedulingPolicyArn = await PolicyAsync(request.SchedulingPolicyArn, cancellationToken);
        await _queues.CreateAsync(request, options, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ChangeAsync(
        JobQueue existing, CreateJobQueueRequest request, IReadOnlyList<Difference> differences, CancellationToken cancellationToken)
    {
        await TagAsync(existing, request.Tags, differences, cancellationToken);
        if (differences.All(one => ChangedMembers.IsAt(one, "tags")))
            return;
        var update = ChangedMembers.Of<UpdateJobQueueRequest>(request, differences);
        update.JobQueue = existing.JobQueueName;
        update.SchedulingPolicyArn = await PolicyAsync(update.SchedulingPolicyArn, cancellationToken);
        await _queues.UpdateAsync(update, options, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task RemoveAsync(JobQueue existing, CancellationToken cancellationToken) =>
        new JobQueueLife(Connection, reporter, options).RemoveAsync(existing.JobQueueName, cancellationToken);

    // A file that makes a policy cannot know its ARN, so it may name it.
    private async Task<string?> PolicyAsync(string? nameOrArn, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(nameOrArn) || ArnName.IsArn(nameOrArn)
            ? nameOrArn
            : (await new SchedulingPolicies(Connection, reporter).FindAsync(nameOrArn, cancellationToken)).SchedulingPolicyArn;
}
