using System.Management.Automation;

namespace BatchTools.PowerShell.Requests;

/// <summary>A cmdlet that changes what is there: what neither a parameter nor a file gives stays as it is.</summary>
/// <typeparam name="TRequest">The class of the request.</typeparam>
/// <typeparam name="TOutput">What was changed.</typeparam>
public abstract class UpdateCmdlet<TRequest, TOutput> : RequestCmdlet<TRequest, TOutput>
    where TRequest : class, new()
{
    private protected UpdateCmdlet()
    {
    }

    /// <summary>Writes what was changed, as it is then, also where no other command follows in the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IAsyncEnumerable<TOutput> RunAsync(
        BatchConnection connection, IAsyncEnumerable<TRequest> input, IReporter reporter, CancellationToken cancellationToken) =>
        base.RunAsync(connection, input, reporter, cancellationToken).WhereAsync(_ => IsPassedOn(PassThru), cancellationToken);
}
