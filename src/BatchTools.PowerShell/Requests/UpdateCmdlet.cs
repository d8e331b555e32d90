using System.Management.Automation;
using BatchTools.WorkloadFiles;

namespace BatchTools.PowerShell.Requests;

/// <summary>A cmdlet that changes what is there: what neither a parameter nor a file gives stays as it is.</summary>
/// <typeparam name="TOutput">What was changed.</typeparam>
public abstract class UpdateCmdlet<TOutput> : RequestCmdlet<TOutput>
{
    private protected UpdateCmdlet()
    {
    }

    /// <summary>Writes what was changed, as it is then, also where no other command follows in the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IAsyncEnumerable<TOutput> RunAsync(
        BatchConnection connection, IAsyncEnumerable<object> input, IReporter reporter, CancellationToken cancellationToken) =>
        base.RunAsync(connection, input, reporter, cancellationToken).WhereAsync(_ => IsPassedOn(PassThru), cancellationToken);

    /// <summary>What a request changes of what is there, by its description.</summary>
    private protected IReadOnlyList<Difference>? Changes(TOutput current, object request)
    {
        var names = RequestParameters.Where(parameter => parameter.IsEach).Select(parameter => parameter.Path.Names[0]);
        return current is IDescribed described
            ? Difference.ByRequest(described.Raw, ShapeWriter.ToPlainData(request).ExceptBy(names, member => member.Key).ToDictionary())
            : null;
    }
}
