using System.Collections.Concurrent;
using Amazon.Batch.Model;

namespace BatchTools.Tests;

/// <summary>Jobs that a stand-in knows: each look at one may move it on, as the test says.</summary>
internal sealed class StandInJobs
{
    private readonly ConcurrentDictionary<string, JobDetail> _jobs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Queue<string>> _lives = new(StringComparer.Ordinal);

    public StandInJobs(ServiceStandIn batch) => batch.On<DescribeJobsRequest, DescribeJobsResponse>(Describe);

    /// <summary>Adds a job that is in each of the states for one look, and stays in the last.</summary>
    public JobDetail Add(string id, params string[] life)
    {
        _lives[id] = new Queue<string>(life);
        return _jobs[id] = new JobDetail
        {
            JobId = id,
            JobName = $"name-of-{id}",
            JobQueue = "arn:aws:batch:us-east-1:123456789012:job-queue/hpc",
            JobDefinition = "arn:aws:batch:us-east-1:123456789012:job-definition/md:3",
            Status = life[0],
            CreatedAt = 1_700_000_000_000,
        };
    }

    /// <summary>A job as it is.</summary>
    public JobDetail this[string id] => _jobs[id];

    /// <summary>Lets the service forget a job.</summary>
    public void Remove(string id) => _jobs.TryRemove(id, out _);

    private DescribeJobsResponse Describe(DescribeJobsRequest request)
    {
        Assert.InRange(request.Jobs!.Count, 1, 100);
        // In another order than asked for, as AWS does.
        return new DescribeJobsResponse { Jobs = [.. request.Jobs.Reverse<string>().Select(Look).OfType<JobDetail>()] };
    }

    private JobDetail? Look(string id)
    {
        if (!_jobs.TryGetValue(id, out var job))
            return null;
        lock (job)
        {
            var life = _lives[id];
            job.Status = life.Count > 1 ? life.Dequeue() : life.Peek();
            return job;
        }
    }
}
