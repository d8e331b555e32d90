using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>Reads a request's <c>dependsOn</c>.</summary>
internal static class DependencyReader
{
    public const int Maximum = 20;

    /// <summary>Reads and checks the dependencies of a new job.</summary>
    /// <exception cref="ServiceError">ClientException: one names no job or does not suit the job.</exception>
    public static List<Dependency> Read(JobTable jobs, SubmitJobRequest request)
    {
        var dependencies = new List<Dependency>();
        if (request.DependsOn is not { } entries)
            return dependencies;
        if (entries.Count > Maximum)
            throw BatchErrors.Executing($"Job cannot have more than {Maximum} dependencies");
        foreach (var entry in entries)
            dependencies.Add(Read(jobs, request, entry));
        return dependencies;
    }

    /// <summary>Reads the dependencies of a job that was accepted before; jobs that have been removed since had succeeded.</summary>
    public static List<Dependency> ReadAgain(JobTable jobs, SubmitJobRequest request)
    {
        var dependencies = new List<Dependency>();
        foreach (var entry in request.DependsOn ?? [])
        {
            if (string.IsNullOrEmpty(entry.JobId))
                dependencies.Add(new Dependency(DependencyKind.Sequential, Job: null));
            else if (jobs.Find(entry.JobId) is { } job)
                dependencies.Add(new Dependency(entry.Type == ArrayJobDependency.N_TO_N ? DependencyKind.Matched : DependencyKind.Whole, job));
        }

        return dependencies;
    }

    private static Dependency Read(JobTable jobs, SubmitJobRequest request, JobDependency entry)
    {
        var size = request.ArrayProperties?.Size;
        if (string.IsNullOrEmpty(entry.JobId))
        {
            if (entry.Type != ArrayJobDependency.SEQUENTIAL || size is null)
                throw BatchErrors.Executing("A dependency without jobId must be of type SEQUENTIAL, and its job an array");
            return new Dependency(DependencyKind.Sequential, Job: null);
        }

        var job = jobs.Find(entry.JobId) ?? throw BatchErrors.Executing($"Dependency job {entry.JobId} does not exist");
        if (entry.Type != ArrayJobDependency.N_TO_N)
            return new Dependency(DependencyKind.Whole, job);
        if (job is not ArrayJob other || other.Children.Length != size)
        {
            throw BatchErrors.Executing(
                $"An N_TO_N dependency needs two arrays of the same size: job {entry.JobId} has {(job as ArrayJob)?.Children.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no"} children, this job {size?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}");
        }

        return new Dependency(DependencyKind.Matched, other);
    }
}
