using System.Runtime.InteropServices;

namespace BatchTools;

/// <summary>Estimates what jobs will cost: those that are alike are counted, and priced once.</summary>
/// <param name="connection">The connection that they would be submitted on.</param>
/// <param name="environments">The environments of queues.</param>
/// <param name="times">How long jobs may run.</param>
internal sealed class CostEstimator(BatchConnection connection, QueueEnvironments environments, RunTimes times)
{
    private const int MostGroupsTold = 5;

    private readonly Dictionary<CostGroup, long> _groups = [];

    /// <summary>Counts a job, or the children of an array job.</summary>
    public void Add(CostGroup group, long jobs) => CollectionsMarshal.GetValueRefOrAddDefault(_groups, group, out _) += jobs;

    /// <summary>Estimates what all of them will cost.</summary>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    public async Task<CostEstimate> EstimateAsync(CancellationToken cancellationToken)
    {
        var rates = new QueueRates(connection, environments);
        CostRange? sum = null;
        var reasons = new List<string>();
        var missing = new List<string>();
        DateTime? date = null;
        foreach (var (group, jobs) in _groups)
        {
            var time = await times.OfAsync(group.Queue, group.Definition, group.Attempts, group.Timeout, cancellationToken);
            var each = await rates.OfAsync(group.Queue, group.Needs, jobs, cancellationToken);
            var cost = each.Select(rate => rate.For(time)).Aggregate((one, other) => one.Or(other)).Times(jobs, jobs);
            sum = sum is null ? cost : sum + cost;
            if (time.Reason.Length > 0)
                reasons.Add($"{ReportText.Count(jobs)} of {group.Definition}: {time.Reason}");
            if (time.Least is null)
                missing.Add($"how long a job of {group.Definition} runs: no earlier one succeeded{(time.Most is null ? " and it has no timeout" : "")}; -ExpectedDuration tells it");
            reasons.AddRange(each.Select(rate => rate.Reason).Where(reason => reason.Length > 0));
            missing.AddRange(each.Select(rate => rate.Missing).OfType<string>());
            date = each.Select(rate => rate.Date).Append(date).Max();
        }

        return new(sum ?? CostRange.Zero, Shortened(reasons), Shortened(missing), date) { IsLocal = connection.Kind == BatchConnectionKind.Local };
    }

    private static List<string> Shortened(IEnumerable<string> lines)
    {
        var all = lines.Distinct(StringComparer.Ordinal).ToList();
        return all.Count <= 2 * MostGroupsTold ? all : [.. all.Take(2 * MostGroupsTold), $"and {all.Count - (2 * MostGroupsTold)} more"];
    }
}
