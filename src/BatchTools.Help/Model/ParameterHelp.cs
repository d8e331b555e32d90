namespace BatchTools.Help.Model;

/// <summary>What help says of one parameter.</summary>
/// <param name="Name">The name without the dash.</param>
/// <param name="TypeName">The short name of its type, such as <c>String[]</c>.</param>
/// <param name="IsSwitch">Whether it takes no value.</param>
/// <param name="Description">What it means.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Values">The values that are possible, if they are a closed set.</param>
/// <param name="Wildcards">Whether <c>*</c> and <c>?</c> are understood.</param>
/// <param name="Places">Its place in each parameter set that has it.</param>
internal sealed record ParameterHelp(
    string Name,
    string TypeName,
    bool IsSwitch,
    IReadOnlyList<Prose> Description,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Values,
    bool Wildcards,
    IReadOnlyDictionary<string, ParameterPlace> Places)
{
    /// <summary>PowerShell's name for a parameter that belongs to every set.</summary>
    public const string EverySet = "__AllParameterSets";

    /// <summary>The place that says most, for descriptions which show only one.</summary>
    public ParameterPlace Place => Places.Values.OrderByDescending(place => place.Mandatory).First();

    /// <summary>How the pipeline fills the parameter in, over all sets.</summary>
    public string PipelineInput => (Places.Values.Any(place => place.ByValue), Places.Values.Any(place => place.ByPropertyName)) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };
}
