using System.Management.Automation;
using BatchTools.PowerShell.Pipeline;
using BatchTools.Requests;

namespace BatchTools.PowerShell.Requests;

/// <summary>
/// A cmdlet that drafts requests of one type: each is what a file or an object says in AWS's own shape, and over it the parameters
/// that name their member by <see cref="RequestMemberAttribute"/>.
/// </summary>
/// <typeparam name="TInput">What the work takes: a request, or something made of one.</typeparam>
/// <typeparam name="TOutput">What an answer becomes.</typeparam>
public abstract class DraftingCmdlet<TInput, TOutput> : ConnectedCmdlet<TInput, TOutput>
{
    private protected const string PropertySet = "Property";
    private protected const string PathSet = "Path";
    private protected const string InputObjectSet = "InputObject";

    private protected DraftingCmdlet()
    {
    }

    /// <summary>
    /// JSON files, each with a request in AWS's own shape, as <c>--cli-input-json</c> takes it; comments and trailing commas are
    /// allowed. Parameters go over what a file says.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The class of the requests.</summary>
    private protected abstract Type RequestType { get; }

    /// <summary>Whether AWS's required members are looked for before anything is sent, where a file gives the request.</summary>
    private protected virtual bool ChecksRequired => ParameterSetName == PathSet;

    /// <summary>The requests of the record at hand. One that does not fit is an error of its own, and the next has its turn.</summary>
    private protected IEnumerable<object> Requests() => Starts().SelectMany(start => Attempt(() => Requests(start)) ?? []);

    /// <summary>What the record at hand starts its requests from; each call makes a draft anew.</summary>
    private protected virtual IEnumerable<Func<RequestDraft>> Starts() =>
        ParameterSetName == PathSet ? Path.SelectMany(Files).Select(OfFile) : [() => RequestDraft.Empty(RequestType)];

    /// <summary>The start that a file gives.</summary>
    private protected Func<RequestDraft> OfFile(string file) => () => RequestDraft.OfFile(RequestType, file);

    /// <summary>The start that a piped object gives.</summary>
    private protected Func<RequestDraft> OfObject(PSObject? input) => input?.BaseObject switch
    {
        FileInfo file => OfFile(file.FullName),
        IDescribed described => () => RequestDraft.OfDescription(RequestType, described.Raw),
        WorkloadResource resource => () => RequestDraft.OfData(RequestType, resource.Request, resource.Name),
        string text => () => RequestDraft.OfText(RequestType, text, "InputObject"),
        WorkloadContent content => throw BatchException.For(nameof(Messages.WorkloadIsNoRequest), ErrorKind.InvalidInput, content, content.Name),
        _ => () => OfMembers(input),
    };

    /// <summary>The parameters that set members.</summary>
    private protected IReadOnlyList<RequestParameter> RequestParameters => RequestParameter.Of(GetType(), RequestType);

    /// <summary>Puts more into a request, before it is held against its shape.</summary>
    private protected virtual void Prepare(RequestDraft draft)
    {
    }

    /// <summary>Completes a request by rules that its shape does not know.</summary>
    /// <exception cref="BatchException">It breaks one.</exception>
    private protected virtual void Complete(object request)
    {
    }

    private List<object> Requests(Func<RequestDraft> start)
    {
        var each = RequestParameters.FirstOrDefault(parameter => parameter.IsEach && IsGiven(parameter));
        return [.. (each?.Values(this) ?? [null]).Select(one => Request(start(), each, one))];
    }

    private object Request(RequestDraft draft, RequestParameter? each, object? one)
    {
        foreach (var parameter in RequestParameters.Where(IsGiven))
            draft.Put(parameter.Path, parameter == each ? one : parameter.Values(this)[0]);
        foreach (var parameter in RequestParameters.Where(parameter => !IsGiven(parameter)))
        {
            if (parameter.Default(this) is { } value)
                draft.PutDefault(parameter.Path, value);
        }

        Prepare(draft);
        var request = draft.Bind(ChecksRequired, WriteWarning);
        Complete(request);
        return request;
    }

    private RequestDraft OfMembers(PSObject? input)
    {
        var members = PlainData.MembersOf(input)?.ToLookup(member => ParameterOf(member.Key))
            ?? throw BatchException.For(nameof(Messages.NotARequest), ErrorKind.InvalidInput, input, input?.BaseObject.GetType().Name);
        var draft = RequestDraft.OfData(RequestType, members[null], "");
        foreach (var parameter in RequestParameters.Where(members.Contains))
            draft.Put(parameter.Path, members[parameter].First().Value);
        return draft;
    }

    // AWS's own names go before the names of parameters.
    private RequestParameter? ParameterOf(string name) =>
        RequestDraft.Has(RequestType, name) ? null : RequestParameters.FirstOrDefault(parameter => parameter.IsNamed(name));

    private bool IsGiven(RequestParameter parameter) => MyInvocation.BoundParameters.ContainsKey(parameter.Property.Name);
}
