using System.Security.Cryptography;
using System.Text;

namespace BatchTools.WorkloadFiles;

/// <summary>The jobs that those of a step wait for.</summary>
internal sealed record StepDependencies
{
    /// <summary>Nothing to wait for.</summary>
    public static StepDependencies None { get; } = new();

    /// <summary>Those that each job waits for, with the type of the dependency; without an id: an array waits for itself.</summary>
    public IReadOnlyList<(string? JobId, string? Type)> Shared { get; init; } = [];

    /// <summary>For each sweep that is waited for point by point: the ids of its jobs, in the order of its points.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Pairs { get; init; } = [];

    /// <summary>Those whose end the client waited for.</summary>
    public IReadOnlyList<string> Ended { get; init; } = [];

    /// <summary>
    /// A job with the tag that tells what it came after: a workload submits it anew if that was something else.
    /// </summary>
    public JobRequest Complete(JobRequest job) => Ended.Count == 0
        ? job
        : job with
        {
            Tags = new Dictionary<string, string>(job.Tags, StringComparer.Ordinal)
            {
                [WorkloadTags.After] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', Ended))).AsSpan(0, 8)).ToLowerInvariant(),
            },
        };

    /// <summary>A job with the dependencies of its index.</summary>
    public JobRequest Complete(JobRequest job, int index) => Shared.Count + Pairs.Count == 0
        ? job
        : job with
        {
            Overrides = new Dictionary<string, object?>(job.Overrides)
            {
                ["dependsOn"] = Shared.Concat(Pairs.Select(ids => ((string?)ids[index], (string?)null))).Select(one => Plain(one.Item1, one.Item2)).ToArray(),
            },
        };

    private static object? Plain(string? jobId, string? type)
    {
        var dependency = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (jobId is not null)
            dependency.Add("jobId", jobId);
        if (type is not null)
            dependency.Add("type", type);
        return dependency;
    }
}
