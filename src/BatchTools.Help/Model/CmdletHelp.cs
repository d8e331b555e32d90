namespace BatchTools.Help.Model;

/// <summary>All that help says of one cmdlet.</summary>
/// <param name="Name">Verb and noun.</param>
/// <param name="ClassName">The full name of its class.</param>
/// <param name="Synopsis">One sentence.</param>
/// <param name="Description">What comes after the synopsis.</param>
/// <param name="DefaultParameterSet">The set that its syntax shows first; null if it has one set.</param>
/// <param name="Parameters">Its own parameters: those with a position first, then in the order of their declaration.</param>
/// <param name="Outputs">What it writes to the pipeline.</param>
/// <param name="Examples">How it is used.</param>
/// <param name="Related">The names of cmdlets to read next.</param>
internal sealed record CmdletHelp(
    string Name,
    string ClassName,
    Prose Synopsis,
    IReadOnlyList<Prose> Description,
    string? DefaultParameterSet,
    IReadOnlyList<ParameterHelp> Parameters,
    IReadOnlyList<OutputHelp> Outputs,
    IReadOnlyList<ExampleHelp> Examples,
    IReadOnlyList<string> Related)
{
    /// <summary>The verb.</summary>
    public string Verb => Name[..Name.IndexOf('-', StringComparison.Ordinal)];

    /// <summary>The noun.</summary>
    public string Noun => Name[(Verb.Length + 1)..];

    /// <summary>The names of the parameter sets, the default one first.</summary>
    public IReadOnlyList<string> ParameterSets
    {
        get
        {
            var named = Parameters.SelectMany(parameter => parameter.Places.Keys).Where(set => set != ParameterHelp.EverySet).Distinct().ToList();
            return named.Count == 0
                ? [ParameterHelp.EverySet]
                : [.. named.OrderByDescending(set => set == DefaultParameterSet).ThenBy(set => set, StringComparer.Ordinal)];
        }
    }

    /// <summary>The parameters of one set with their places in it: positional ones first, then mandatory ones.</summary>
    public IEnumerable<(ParameterHelp Parameter, ParameterPlace Place)> In(string set) =>
        from parameter in Parameters
        let place = parameter.Places.GetValueOrDefault(set) ?? parameter.Places.GetValueOrDefault(ParameterHelp.EverySet)
        where place is not null
        orderby place.Position ?? int.MaxValue, place.Mandatory descending
        select (parameter, place);
}
