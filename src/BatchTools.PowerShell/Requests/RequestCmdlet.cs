using System.Management.Automation;
using BatchTools.PowerShell.Pipeline;
using BatchTools.Requests;

namespace BatchTools.PowerShell.Requests;

/// <summary>
/// A cmdlet that sends requests of one type: each is what a file or an object says in AWS's own shape, and over it the parameters
/// that name their member by <see cref="RequestMemberAttribute"/>.
/// </summary>
/// <typeparam name="TRequest">The class of the request.</typeparam>
/// <typeparam name="TOutput">What an answer becomes.</typeparam>
public abstract class RequestCmdlet<TRequest, TOutput> : ConnectedCmdlet<TRequest, TOutput>
    where TRequest : class, new()
{
    private protected const string PropertySet = "Property";
    private protected const string PathSet = "Path";

    private bool _explains;

    private protected RequestCmdlet()
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

    /// <summary>What the cmdlet does, as -WhatIf says it: Create the job queue.</summary>
    private protected abstract string Action { get; }

    /// <summary>What a request is about, as -WhatIf calls it.</summary>
    private protected abstract string? NameOf(TRequest request);

    /// <summary>Sends a request.</summary>
    private protected abstract Task<TOutput> SendAsync(BatchConnection connection, TRequest request, IReporter reporter, CancellationToken cancellationToken);

    /// <summary>What a request would change, for -WhatIf and -Confirm: the members in which what is there differs from it; null: not known.</summary>
    private protected virtual Task<IReadOnlyList<Difference>?> CompareAsync(
        BatchConnection connection, TRequest request, IReporter reporter, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Difference>?>(null);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _explains = IsWhatIf || MyInvocation.BoundParameters.ContainsKey("Confirm");
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var request in Requests())
            PostToTarget(request);
    }

    private protected override IAsyncEnumerable<TOutput> RunAsync(
        BatchConnection connection, IAsyncEnumerable<TRequest> input, IReporter reporter, CancellationToken cancellationToken) =>
        input.SelectEachAsync(reporter, (request, cancellation) => SendIfWantedAsync(connection, request, reporter, cancellation), cancellationToken)
            .WhereAsync(output => output is not null, cancellationToken)!;

    private async Task<TOutput?> SendIfWantedAsync(BatchConnection connection, TRequest request, IReporter reporter, CancellationToken cancellationToken)
    {
        var details = _explains && await CompareAsync(connection, request, reporter, cancellationToken) is { } differences
            ? differences.Count == 0 ? "\n  (nothing differs)" : Difference.Text(differences)
            : "";
        return await ShouldProcessAsync(NameOf(request), Action, details, cancellationToken)
            ? await SendAsync(connection, request, reporter, cancellationToken)
            : default;
    }

    /// <summary>Whether AWS's required members are looked for before anything is sent, where a file gives the request.</summary>
    private protected virtual bool ChecksRequired => ParameterSetName == PathSet;

    /// <summary>The requests of the record at hand. One that does not fit is an error of its own, and the next has its turn.</summary>
    private protected IEnumerable<TRequest> Requests() => Starts().SelectMany(start => Attempt(() => Requests(start)) ?? []);

    /// <summary>What the record at hand starts its requests from; each call makes a draft anew.</summary>
    private protected virtual IEnumerable<Func<RequestDraft<TRequest>>> Starts() =>
        ParameterSetName == PathSet ? Path.SelectMany(Files).Select(OfFile) : [RequestDraft<TRequest>.Empty];

    /// <summary>The start that a file gives.</summary>
    private protected static Func<RequestDraft<TRequest>> OfFile(string file) => () => RequestDraft<TRequest>.OfFile(file);

    /// <summary>The parameters that set members.</summary>
    private protected IReadOnlyList<RequestParameter> RequestParameters => RequestParameter.Of(GetType(), typeof(TRequest));

    /// <summary>Puts more into a request, before it is held against its shape.</summary>
    private protected virtual void Prepare(RequestDraft<TRequest> draft)
    {
    }

    /// <summary>Completes a request by rules that its shape does not know.</summary>
    /// <exception cref="BatchException">It breaks one.</exception>
    private protected virtual void Complete(TRequest request)
    {
    }

    private List<TRequest> Requests(Func<RequestDraft<TRequest>> start)
    {
        var each = RequestParameters.FirstOrDefault(parameter => parameter.IsEach && IsGiven(parameter));
        return [.. (each?.Values(this) ?? [null]).Select(one => Request(start(), each, one))];
    }

    private TRequest Request(RequestDraft<TRequest> draft, RequestParameter? each, object? one)
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

    private bool IsGiven(RequestParameter parameter) => MyInvocation.BoundParameters.ContainsKey(parameter.Property.Name);
}
