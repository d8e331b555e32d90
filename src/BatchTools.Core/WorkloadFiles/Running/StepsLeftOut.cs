using System.Collections.Concurrent;

namespace BatchTools.WorkloadFiles;

/// <summary>Keeps which steps of a run were left out, and why.</summary>
internal sealed class StepsLeftOut
{
    private const int MostNames = 5;

    private readonly ConcurrentQueue<string> _reasons = new();

    /// <summary>Notes a step.</summary>
    /// <param name="step">The name of the step.</param>
    /// <param name="cause">The name of the step that ended otherwise than it waits for.</param>
    /// <param name="outcome">How that one ended.</param>
    /// <returns>The same in a sentence.</returns>
    public string Add(string step, string cause, StepOutcome outcome)
    {
        var reason = $"as '{cause}' {(outcome == StepOutcome.LeftOut ? "was left out" : "succeeded")}";
        _reasons.Enqueue($"'{step}', {reason}");
        return $"'{step}' is left out, {reason}.";
    }

    /// <summary>A sentence on all of them; null if there is none.</summary>
    public override string? ToString()
    {
        var reasons = _reasons.ToArray();
        if (reasons.Length == 0)
            return null;
        var rest = reasons.Length > MostNames ? $"; and {ReportText.Count(reasons.Length - MostNames)} more, which the details tell" : "";
        return $"{(reasons.Length == 1 ? "1 step was" : $"{ReportText.Count(reasons.Length)} steps were")} left out: {string.Join("; ", reasons.Take(MostNames))}{rest}.";
    }
}
