using System.Management.Automation;
using System.Management.Automation.Host;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Life;

/// <summary>A cmdlet whose work looks at what is there before it asks whether it may change it.</summary>
/// <typeparam name="TInput">One item of work.</typeparam>
/// <typeparam name="TOutput">One result.</typeparam>
public abstract class ChangingCmdlet<TInput, TOutput> : ConnectedCmdlet<TInput, TOutput>
{
    private bool _yesToAll;
    private bool _noToAll;

    private protected ChangingCmdlet()
    {
    }

    /// <summary>Whether nothing is asked, whatever would be lost.</summary>
    private protected virtual bool IsForced => false;

    /// <summary>Asks, out of the work, whether a change may be made.</summary>
    private protected Task<bool> ConsentAsync(ProposedChange change, CancellationToken cancellationToken) => AskAsync(() => IsAllowed(change), cancellationToken);

    private bool Proceeds(ProposedChange change)
    {
        var sentence = $"Performing the operation \"{change.Action}\" on target \"{change.Target}\".{change.Details}";
        return ShouldProcess(sentence, sentence, "Confirm");
    }

    private bool IsAllowed(ProposedChange change)
    {
        try
        {
            if (change.Risk is { } risk && !IsForced && !IsWhatIf)
                return ShouldContinue(risk + change.Details, change.Target, ref _yesToAll, ref _noToAll);
            return (IsForced && !IsWhatIf && !MyInvocation.BoundParameters.ContainsKey("Confirm")) || Proceeds(change);
        }
        catch (Exception nobody) when (nobody is PSInvalidOperationException or HostException)
        {
            var question = change.Risk ?? $"{change.Action}?";
            WriteError(ErrorRecords.From(BatchException.From(
                nobody, nameof(Messages.ConfirmationImpossible), ErrorKind.Conflict, change.Target,
                change.Target, question + change.Details.Replace("\n  ", " · ", StringComparison.Ordinal))));
            return false;
        }
    }
}
