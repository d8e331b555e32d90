using System.Globalization;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling.Nodes;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>All jobs by id.</summary>
internal sealed class JobTable(AwsNames names)
{
    private readonly Dictionary<string, Job> _byId = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Job> All => _byId.Values;

    /// <summary>Adds a job that is no part of another one, to its queue's jobs too.</summary>
    public void Add(Job job)
    {
        _byId.Add(job.Id, job);
        job.Submission.Queue.Add(job);
    }

    /// <summary>Takes out jobs that are over, out of their queues too.</summary>
    public void Remove(IReadOnlyCollection<Job> jobs)
    {
        foreach (var group in jobs.GroupBy(static job => job.Submission.Queue))
            group.Key.Jobs.Remove(group.ToHashSet());
        foreach (var job in jobs)
            _byId.Remove(job.Id);
    }

    /// <summary>Finds a job by its id or ARN; <c>id:index</c> names an array's child, <c>id#index</c> a node. Null where there is none.</summary>
    public Job? Find(string idOrArn)
    {
        if (names.NameOf(idOrArn, "job") is not { } id)
            return null;
        var mark = id.AsSpan().IndexOfAny(':', '#');
        if (mark < 0)
            return _byId.GetValueOrDefault(id);
        if (!int.TryParse(id.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return null;
        return _byId.GetValueOrDefault(id[..mark]) switch
        {
            ArrayJob array when id[mark] == ':' && index < array.Children.Length => array.Children[index],
            MultiNodeJob group when id[mark] == '#' && index < group.Nodes.Length => group.Nodes[index],
            _ => null,
        };
    }
}
