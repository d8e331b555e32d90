using System.Globalization;

namespace BatchTools;

/// <summary>What jobs that are not submitted yet would cost, and why. In US dollars.</summary>
/// <param name="Cost">The bounds.</param>
/// <param name="Reasons">What they come from, a line each.</param>
/// <param name="Missing">What is not known and would narrow them, a line each.</param>
/// <param name="PriceDate">When the newest of the prices was published, in UTC; null where none is known.</param>
internal sealed record CostEstimate(CostRange Cost, IReadOnlyList<string> Reasons, IReadOnlyList<string> Missing, DateTime? PriceDate)
{
    /// <summary>Whether the jobs run on this machine, where they cost nothing.</summary>
    public bool IsLocal { get; init; }

    /// <summary>The estimate, a line for each thing to know.</summary>
    public IEnumerable<string> Lines()
    {
        yield return !IsLocal ? Cost.ToString()
            : Cost == CostRange.Unknown ? "nothing on this machine; unknown for AWS"
            : $"{Cost} as if on AWS; on this machine they cost nothing";
        foreach (var reason in Reasons)
            yield return reason;
        foreach (var missing in Missing)
            yield return $"not known: {missing}";
        if (PriceDate is { } date)
            yield return string.Create(CultureInfo.InvariantCulture, $"prices of {date:yyyy-MM-dd}; without disks, network, logs, taxes and discounts");
    }
}
