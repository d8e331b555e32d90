using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Resources;

namespace BatchTools.LocalEngine.Scheduling.Waiting;

/// <summary>
/// A queue with a scheduling policy: the share whose usage times its weight factor is least goes first, and among equals the one
/// whose first job was submitted first.
/// </summary>
internal sealed class FairShareJobs(SchedulingPolicy policy) : WaitingJobs
{
    /// <summary>How many shares of a queue can be active.</summary>
    public const int MostActive = 500;

    private static readonly Dictionary<ShareAttributes, int> None = [];
    private readonly Dictionary<string, Share> _shares = new(StringComparer.Ordinal);
    private Share? _turn;

    /// <summary>The policy; another one can take its place.</summary>
    public SchedulingPolicy Policy { get; set; } = policy;

    private long Window => Policy.DecayTime;

    public override void Enqueue(ExecutableJob job) => ShareOf(job.Submission).Enqueue(job);

    public override ExecutableJob? Head(long now)
    {
        var best = Candidates(now).OrderBy(static candidate => candidate.Weighted).ThenBy(static candidate => candidate.Head.Submission.Sequence).FirstOrDefault();
        _turn = best.Share;
        return best.Head;
    }

    /// <summary>The shares that are active; others are forgotten.</summary>
    public IReadOnlyList<Share> Active(long now)
    {
        foreach (var idle in _shares.Values.Where(share => !share.IsActive(now, Window)).ToList())
            _shares.Remove(idle.Identifier);
        return [.. _shares.Values];
    }

    /// <summary>Whether a job of that share may come in: the share is active or can become so.</summary>
    public bool HasPlaceFor(string shareIdentifier, long now) =>
        _shares.ContainsKey(shareIdentifier) || _shares.Count < MostActive || Active(now).Count < MostActive;

    public override void Added(JobSubmission submission) => ShareOf(submission).Unfinished++;

    public override void Over(JobSubmission submission, long now)
    {
        var share = ShareOf(submission);
        share.Unfinished--;
        share.LastOver = Math.Max(share.LastOver, now);
    }

    public override void Placed(JobSubmission submission, decimal vcpus, long now) => ShareOf(submission).Change(vcpus, now, Window);

    public override void Released(JobSubmission submission, decimal vcpus, long now) => ShareOf(submission).Change(-vcpus, now, Window);

    /// <summary>Counts an attempt that ended before the engine was opened.</summary>
    public void AddUsage(JobSubmission submission, long from, long to, decimal vcpus)
    {
        var share = ShareOf(submission);
        share.AddUsage(from, to, vcpus, Window);
        share.LastOver = Math.Max(share.LastOver, to);
    }

    public override decimal Withheld(decimal vcpus, long now) => Policy.ComputeReservation == 0
        ? 0
        : Math.Floor(vcpus * (decimal)Math.Pow(Policy.ComputeReservation, Math.Max(1, Active(now).Count)));

    protected override void RemoveHead() => _turn!.RemoveHead();

    // What comes after the head is a forecast: as if each job that goes before were placed and nothing ended.
    protected override IEnumerable<ExecutableJob> InOrder(long now)
    {
        var sizes = GroupSizes(now);
        var lines = _shares.Values.Select(share => new Line(share, Weight(share, sizes))).Where(static line => line.Jobs.Count > 0).ToList();
        while (lines.Count > 0)
        {
            var line = lines.MinBy(line => (line.Share.Usage(now, Window, line.MoreVcpus) * line.Weight, line.Jobs.Peek().Submission.Sequence))!;
            var job = line.Jobs.Dequeue();
            line.MoreVcpus += job.Needs.Demand.Vcpus;
            if (line.Jobs.Count == 0)
                lines.Remove(line);
            yield return job;
        }
    }

    private IEnumerable<(double Weighted, Share Share, ExecutableJob Head)> Candidates(long now)
    {
        var sizes = GroupSizes(now);
        foreach (var share in _shares.Values)
        {
            if (share.Head(Left) is { } head)
                yield return (share.Usage(now, Window) * Weight(share, sizes), share, head);
        }
    }

    // The shares that one entry with '*' stands for have its weight together.
    private double Weight(Share share, Dictionary<ShareAttributes, int> groupSizes) => Policy.EntryOf(share.Identifier) is { } entry
        ? (entry.WeightFactor ?? 1) * groupSizes.GetValueOrDefault(entry, 1)
        : 1;

    private Dictionary<ShareAttributes, int> GroupSizes(long now) => Policy.HasGroups
        ? _shares.Values
            .Where(share => share.IsActive(now, Window))
            .Select(share => Policy.EntryOf(share.Identifier))
            .OfType<ShareAttributes>()
            .Where(static entry => entry.ShareIdentifier!.EndsWith('*'))
            .GroupBy(static entry => entry)
            .ToDictionary(static group => group.Key, static group => group.Count())
        : None;

    private Share ShareOf(JobSubmission submission)
    {
        var identifier = submission.ShareIdentifier ?? "";
        if (!_shares.TryGetValue(identifier, out var share))
            _shares[identifier] = share = new Share(identifier);
        return share;
    }

    // The waiting jobs of a share while their order is foretold.
    private sealed class Line(Share share, double weight)
    {
        public Share Share { get; } = share;

        public double Weight { get; } = weight;

        public Queue<ExecutableJob> Jobs { get; } = new(share.InOrder());

        public decimal MoreVcpus { get; set; }
    }
}
