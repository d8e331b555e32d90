using System.Globalization;
using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Makes requests for the points of sweeps: one each, or folded into array jobs, and one for each chunk.</summary>
/// <param name="connection">Where they will be submitted.</param>
/// <param name="reporter">Hears of points that cannot be folded.</param>
/// <param name="options">How they will be submitted.</param>
/// <param name="fold">Whether points, or chunks, become children of array jobs.</param>
/// <param name="name">The name of array jobs; null: as their points.</param>
internal sealed class SweepJobs(BatchConnection connection, IReporter reporter, SubmitOptions options, bool fold, string? name)
{
    private readonly SubmissionTargets _targets = new(connection, reporter);
    private readonly FoldNames _names = new(name);
    private readonly Dictionary<JobRequest, FoldTarget?> _folds = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private bool _isSplit;

    /// <summary>The requests, in the order of the points, each as early as the folding allows.</summary>
    /// <exception cref="BatchException">A chunk cannot be made a job.</exception>
    public async IAsyncEnumerable<JobRequest> RequestsAsync(
        IAsyncEnumerable<PointRequest> items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        FoldBatch? batch = null;
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            var target = item.Points.Count == 0 || (!fold && !item.IsChunk) ? null : await TargetAsync(item, cancellationToken);
            if (batch is not null && (target is null || !fold || !batch.TryAdd(item)))
            {
                foreach (var request in Rest(batch))
                    yield return request;
                batch = null;
            }

            if (target is null)
                yield return item.Points.Count == 0 ? item.Template : await SingleAsync(item, cancellationToken);
            else
                batch ??= new FoldBatch(item);
            while (batch?.IsFull == true)
                yield return Next(batch);
        }

        foreach (var request in batch is null ? [] : Rest(batch))
            yield return request;
    }

    private IEnumerable<JobRequest> Rest(FoldBatch batch)
    {
        while (batch.Children > 0)
            yield return Next(batch);
    }

    // As many children as fit into one request.
    private JobRequest Next(FoldBatch batch)
    {
        var folding = new PointFolding(_folds[batch.Template]!, options);
        var fewest = batch.Chunk is null ? 2 : 1;
        var most = fold ? Math.Min(batch.Children, PointFolding.MostChildren) : 1;
        JobRequest? request = null;
        for (int low = fewest, high = most, children = most; low <= high; children = low + ((high - low) / 2))
        {
            var points = batch.Of(children);
            if (folding.Fold(points, batch.Chunk, fold && children > 1 ? "array" : points[0].JobName) is { } fits)
                (request, most, low) = (fits, children, children + 1);
            else
                high = children - 1;
        }

        if (request is null)
            return Alone(batch);
        var taken = batch.Of(most);
        request = request with { JobName = most > 1 ? _names.Next(taken) : taken[0].JobName };
        if (fold && most < Math.Min(batch.Children, PointFolding.MostChildren) && !_isSplit && (_isSplit = true))
            Say(string.Format(CultureInfo.InvariantCulture, Messages.FoldSplit, request.JobName, most));
        batch.Remove(most);
        return request;
    }

    private JobRequest Alone(FoldBatch batch)
    {
        var points = batch.Of(1);
        if (batch.Chunk is not null)
            throw BatchException.For(nameof(Messages.ChunkTooLarge), ErrorKind.InvalidInput, points[0], points[0].JobName, points.Count);
        if (batch.Children > 1)
            Say(Apart($"the values of the point '{points[0]}' and the next one are too long"));
        var point = points[0];
        batch.Remove(1);
        return point.ToRequest(batch.Template);
    }

    private async Task<JobRequest> SingleAsync(PointRequest item, CancellationToken cancellationToken)
    {
        try
        {
            var definition = await _targets.DefinitionAsync(item.Template.JobDefinition, cancellationToken);
            return item.Points[0].ToRequest(item.Template, definition?.Source is null or { ContainerProperties: not null });
        }
        catch (BatchException)
        {
            // The check of the request tells it.
            return item.Points[0].ToRequest(item.Template);
        }
    }

    // What an item is folded over; null, having said why, where it can only be a job of its own.
    private async Task<FoldTarget?> TargetAsync(PointRequest item, CancellationToken cancellationToken)
    {
        var obstacle = item.Points.Select(PointFolding.Obstacle).FirstOrDefault(reason => reason is not null);
        try
        {
            if (!_folds.TryGetValue(item.Template, out var target))
                _folds[item.Template] = target = FoldTarget.Of(item.Template, await _targets.DefinitionAsync(item.Template.JobDefinition, cancellationToken));
            return obstacle is null ? target : throw FoldTarget.Problem(item.Template, obstacle);
        }
        catch (BatchException problem) when (!item.IsChunk && problem.ErrorId == nameof(Messages.FoldImpossible))
        {
            if (obstacle is null)
                _folds[item.Template] = null;
            Say($"{problem.Message} {Messages.FoldApart}");
            return null;
        }
    }

    private static string Apart(string reason) => $"{string.Format(CultureInfo.InvariantCulture, Messages.FoldImpossible, reason)} {Messages.FoldApart}";

    private void Say(string warning)
    {
        if (_said.Add(warning))
            reporter.Warning(warning);
    }
}
