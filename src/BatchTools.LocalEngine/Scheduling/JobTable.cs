using System.Globalization;
using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>All jobs by id.</summary>
internal sealed class JobTable(AwsNames names)
{
    private readonly Dictionary<string, Job> _byId = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Job> All => _byId.Values;

    /// <summary>Adds a single job or an array, to its queue's jobs too.</summary>
    public void Add(Job job)
    {
        _byId.Add(job.Id, job);
        var queue = job.Submission.Queue;
        queue.Jobs.Add(job);
        queue.Counts.Add(job.State);
    }

    /// <summary>Takes out jobs that are over, out of their queues too.</summary>
    public void Remove(IReadOnlyCollection<Job> jobs)
    {
        foreach (var group in jobs.GroupBy(static job => job.Submission.Queue))
        {
            var gone = group.ToHashSet();
            group.Key.Jobs.RemoveAll(gone.Contains);
            foreach (var job in gone)
            {
                group.Key.Counts.Add(job.State, -1);
                _byId.Remove(job.Id);
            }
        }
    }

    /// <summary>Finds a job by its id or ARN; <c>id:index</c> names an array's child. Null where there is none.</summary>
    public Job? Find(string idOrArn)
    {
        if (names.NameOf(idOrArn, "job") is not { } id)
            return null;
        var colon = id.IndexOf(':');
        if (colon < 0)
            return _byId.GetValueOrDefault(id);
        return _byId.GetValueOrDefault(id[..colon]) is ArrayJob array
            && int.TryParse(id.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < array.Children.Length
            ? array.Children[index]
            : null;
    }
}
