using BatchTools.WorkloadFiles;

namespace BatchTools.PowerShell.Requests;

/// <summary>A cmdlet that changes what is there, and tells the changes from its description.</summary>
/// <typeparam name="TRequest">The class of the request.</typeparam>
/// <typeparam name="TOutput">What is changed.</typeparam>
public abstract class ComparedUpdateCmdlet<TRequest, TOutput> : UpdateCmdlet<TRequest, TOutput>
    where TRequest : class, new()
    where TOutput : class
{
    private protected ComparedUpdateCmdlet()
    {
    }

    /// <summary>What a request would change, as it is before.</summary>
    private protected abstract Task<TOutput> FindAsync(BatchConnection connection, TRequest request, IReporter reporter, CancellationToken cancellationToken);

    private protected override async Task<IReadOnlyList<Difference>?> CompareAsync(
        BatchConnection connection, TRequest request, IReporter reporter, CancellationToken cancellationToken)
    {
        var current = await FindAsync(connection, request, reporter, cancellationToken) as IDescribed;
        var names = RequestParameters.Where(parameter => parameter.IsEach).Select(parameter => parameter.Path.Names[0]);
        return current is null ? null : Difference.ByRequest(current.Raw, ShapeWriter.ToPlainData(request).ExceptBy(names, member => member.Key).ToDictionary());
    }
}
