namespace BatchTools;

/// <summary>One parameter of a sweep and the values that it takes.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Values">Its values, in order: text, numbers, dates, true or false.</param>
public sealed record SweepAxis(string Name, IReadOnlyList<object> Values);
