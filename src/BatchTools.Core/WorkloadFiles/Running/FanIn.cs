using System.Security.Cryptography;
using System.Text;

namespace BatchTools.WorkloadFiles;

/// <summary>
/// Lets a job wait for more than 20 others: tiny jobs wait for 20 each, and the job for those, in as many layers as it takes.
/// Steps that wait for the same jobs share them.
/// </summary>
/// <param name="plan">What is known of the definitions.</param>
/// <param name="submit">Submits a job and gives its id; null if that could not be.</param>
internal sealed class FanIn(WorkloadPlan plan, Func<WorkloadStep, JobRequest, CancellationToken, Task<string?>> submit)
{
    /// <summary>The most jobs that AWS Batch lets a job wait for.</summary>
    public const int MostDependencies = 20;

    private readonly Dictionary<string, Task<string?>> _gathered = new(StringComparer.Ordinal);

    /// <summary>At most so many jobs that end when all given ones have; null if one of them could not be submitted.</summary>
    public async Task<IReadOnlyList<string>?> ReduceAsync(WorkloadStep step, IReadOnlyList<string> ids, int most, CancellationToken cancellationToken)
    {
        while (ids.Count > most)
        {
            var gathered = await Task.WhenAll(ids.Chunk(MostDependencies).Select(chunk => chunk.Length == 1 ? Task.FromResult<string?>(chunk[0]) : GatherAsync(step, chunk, cancellationToken)));
            if (gathered.Contains(null))
                return null;
            ids = gathered!;
        }

        return ids;
    }

    private Task<string?> GatherAsync(WorkloadStep step, string[] ids, CancellationToken cancellationToken)
    {
        var job = step.Job;
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{job.JobQueue} {job.JobDefinition} {string.Join(',', ids)}")).AsSpan(0, 6)).ToLowerInvariant();
        lock (_gathered)
        {
            if (!_gathered.TryGetValue(hash, out var gathering))
                _gathered[hash] = gathering = submit(step, Request(job, hash, ids), cancellationToken);
            return gathering;
        }
    }

    // As small as its kind of container can be, and on the same queue, so that it needs nothing that the step does not.
    private JobRequest Request(JobRequest job, string hash, string[] ids)
    {
        var onFargate = plan.OnFargate.Contains(job.JobDefinition);
        return new()
        {
            JobName = $"fan-in-{hash}",
            JobQueue = job.JobQueue,
            JobDefinition = job.JobDefinition,
            Command = ["true"],
            Vcpu = onFargate ? 0.25m : 1,
            Memory = onFargate ? 512 : 64,
            Tags = new Dictionary<string, string>(job.Tags, StringComparer.Ordinal) { [WorkloadTags.FanIn] = "true" },
            Overrides = new Dictionary<string, object?>(job.Overrides.Where(member => member.Key is "shareIdentifier" or "schedulingPriorityOverride"), StringComparer.Ordinal)
            {
                ["dependsOn"] = ids.Select(id => (object?)new Dictionary<string, object?>(StringComparer.Ordinal) { ["jobId"] = id }).ToArray(),
            },
        };
    }
}
