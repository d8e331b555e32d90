using System.Management.Automation;
using BatchTools.Requests;

namespace BatchTools.PowerShell.Requests;

/// <summary>A cmdlet that makes something new, out of parameters, files or piped objects.</summary>
/// <typeparam name="TOutput">What an answer becomes.</typeparam>
public abstract class CreationCmdlet<TOutput> : RequestCmdlet<TOutput>
{
    private protected CreationCmdlet()
    {
    }

    /// <summary>
    /// What to make: a hashtable or an object with the members of the request by AWS's names or by the names of the parameters, JSON
    /// text in AWS's own shape, a file, or an object as the Get cmdlet gives it, to make another one like it. Parameters go over what
    /// it says.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet)]
    public PSObject? InputObject { get; set; }

    private protected override bool ChecksRequired => ParameterSetName != PropertySet;

    private protected override IEnumerable<Func<RequestDraft>> Starts() => ParameterSetName == InputObjectSet ? [OfObject(InputObject)] : base.Starts();
}
