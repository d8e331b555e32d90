using System.Management.Automation;
using BatchTools.Requests;

namespace BatchTools.PowerShell.Requests;

/// <summary>A cmdlet that makes something new, out of parameters, files or piped objects.</summary>
/// <typeparam name="TRequest">The class of the request.</typeparam>
/// <typeparam name="TOutput">What an answer becomes.</typeparam>
public abstract class CreationCmdlet<TRequest, TOutput> : RequestCmdlet<TRequest, TOutput>
    where TRequest : class, new()
{
    private protected const string InputObjectSet = "InputObject";

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

    private protected override IEnumerable<Func<RequestDraft<TRequest>>> Starts() => ParameterSetName != InputObjectSet ? base.Starts() : [InputObject?.BaseObject switch
    {
        FileInfo file => OfFile(file.FullName),
        IDescribed described => () => RequestDraft<TRequest>.OfDescription(described.Raw),
        string text => () => RequestDraft<TRequest>.OfText(text, nameof(InputObject)),
        _ => OfMembers,
    }];

    private RequestDraft<TRequest> OfMembers()
    {
        var members = PlainData.MembersOf(InputObject)?.ToLookup(member => ParameterOf(member.Key))
            ?? throw BatchException.For(nameof(Messages.NotARequest), ErrorKind.InvalidInput, InputObject, InputObject?.BaseObject.GetType().Name);
        var draft = RequestDraft<TRequest>.OfData(members[null], "");
        foreach (var parameter in RequestParameters.Where(members.Contains))
            draft.Put(parameter.Path, members[parameter].First().Value);
        return draft;
    }

    // AWS's own names go before the names of parameters.
    private RequestParameter? ParameterOf(string name) =>
        RequestDraft<TRequest>.Has(name) ? null : RequestParameters.FirstOrDefault(parameter => parameter.IsNamed(name));
}
