namespace BatchTools.Help.Model;

/// <summary>A parameter's place in one parameter set.</summary>
/// <param name="Mandatory">Whether it must be given.</param>
/// <param name="Position">Its position from 0; null: by name only.</param>
/// <param name="ByValue">Whether the piped object fills it in.</param>
/// <param name="ByPropertyName">Whether a property of the piped object fills it in.</param>
internal sealed record ParameterPlace(bool Mandatory, int? Position, bool ByValue, bool ByPropertyName);
