using System.Management.Automation;
using BatchTools.WorkloadFiles;

namespace BatchTools.PowerShell.Requests;

/// <summary>A cmdlet that changes something that is there; what its request does not give stays as it is.</summary>
/// <typeparam name="TRequest">The class of the request.</typeparam>
/// <typeparam name="TOutput">What is changed.</typeparam>
public abstract class ChangeCmdlet<TRequest, TOutput> : RequestCmdlet<TRequest, TOutput>
    where TRequest : class, new()
    where TOutput : class
{
    private protected ChangeCmdlet()
    {
    }

    /// <summary>Writes what was changed, as it is then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>What a request would change, as it is before.</summary>
    private protected abstract Task<TOutput> FindAsync(BatchConnection connection, TRequest request, IReporter reporter, CancellationToken cancellationToken);

    private protected override async Task<IReadOnlyList<Difference>?> CompareAsync(
        BatchConnection connection, TRequest request, IReporter reporter, CancellationToken cancellationToken)
    {
        var current = await FindAsync(connection, request, reporter, cancellationToken) as IDescribed;
        var names = RequestParameters.Where(parameter => parameter.IsEach).Select(parameter => parameter.Path.Names[0]);
        return current is null ? null : Difference.ByRequest(current.Raw, ShapeWriter.ToPlainData(request).ExceptBy(names, member => member.Key).ToDictionary());
    }

    private protected override IAsyncEnumerable<TOutput> RunAsync(
        BatchConnection connection, IAsyncEnumerable<TRequest> input, IReporter reporter, CancellationToken cancellationToken) =>
        base.RunAsync(connection, input, reporter, cancellationToken).WhereAsync(_ => PassThru, cancellationToken);
}
