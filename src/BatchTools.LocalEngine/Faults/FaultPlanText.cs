using System.Globalization;

namespace BatchTools.LocalEngine.Faults;

/// <summary>Reads plans of faults from text.</summary>
internal static class FaultPlanText
{
    private const string Names = "spot, slow-start, throttle, error (or 5xx), lost-reply, lost-request";

    public static FaultPlan Parse(string text, FaultPlan plan)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Split(part, '=');
            name = name.ToLowerInvariant() is "5xx" ? "error" : name.ToLowerInvariant();
            var (rateText, timeText) = Split(value ?? "", ':');
            plan = name switch
            {
                "spot" => plan with { SpotRate = Rate(part, rateText), SpotWithin = Time(part, timeText) ?? plan.SpotWithin },
                "slow-start" => plan with { SlowStartRate = Rate(part, rateText), SlowStartWithin = Time(part, timeText) ?? plan.SlowStartWithin },
                "throttle" => plan with { ThrottleRate = Rate(part, value) },
                "error" => plan with { ErrorRate = Rate(part, value) },
                "lost-reply" => plan with { LostReplyRate = Rate(part, value) },
                "lost-request" => plan with { LostRequestRate = Rate(part, value) },
                _ => throw new LocalEngineException($"'{name}' is no fault that the local engine knows. It knows {Names}; write them with rates, such as spot=0.05,throttle=0.1."),
            };
            if (!seen.Add(name))
                throw new LocalEngineException($"The fault '{name}' is given twice; give it one rate.");
        }

        return seen.Count > 0 ? plan : throw new LocalEngineException($"No fault is named. The local engine knows {Names}; write them with rates, such as spot=0.05,throttle=0.1.");
    }

    private static (string Before, string? After) Split(string text, char at)
    {
        var index = text.IndexOf(at);
        return index < 0 ? (text, null) : (text[..index].TrimEnd(), text[(index + 1)..].TrimStart());
    }

    private static double Rate(string part, string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var rate) && rate is >= 0 and <= 1
            ? rate
            : throw new LocalEngineException($"The fault '{part}' has no rate from 0 to 1; write it such as spot=0.05.");

    private static TimeSpan? Time(string part, string? text)
    {
        if (text is null)
            return null;
        return DurationText.TryParse(text, out var time)
            ? time
            : throw new LocalEngineException($"The fault '{part}' has '{text}' for a time; write 500ms, 30s, 5m or 00:05:00.");
    }
}
