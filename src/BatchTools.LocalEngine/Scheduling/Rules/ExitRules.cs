using System.Globalization;
using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Scheduling.Rules;

/// <summary>Decides by <c>evaluateOnExit</c> whether a failed attempt is followed by another one.</summary>
internal static class ExitRules
{
    /// <summary>Whether to try again. The first entry whose given conditions all match decides; where none does, it is tried again.</summary>
    public static bool Retries(RetryStrategy? strategy, int attemptsMade, Attempt attempt)
    {
        if (attemptsMade >= (strategy?.Attempts ?? 1))
            return false;
        foreach (var rule in strategy?.EvaluateOnExit ?? [])
        {
            if (Matches(rule, attempt))
                return string.Equals(rule.Action, RetryAction.RETRY, StringComparison.OrdinalIgnoreCase);
        }

        return true;
    }

    public static bool Matches(EvaluateOnExit rule, Attempt attempt) =>
        MatchesPattern(rule.OnExitCode, attempt.ExitCode?.ToString(CultureInfo.InvariantCulture))
        && MatchesPattern(rule.OnReason, attempt.Reason)
        && MatchesPattern(rule.OnStatusReason, attempt.StatusReason);

    /// <summary>Whether a text is the pattern, or begins with it where it ends in <c>*</c>. No pattern matches everything.</summary>
    public static bool MatchesPattern(string? pattern, string? text)
    {
        if (pattern is null)
            return true;
        text ??= "";
        return pattern.EndsWith('*')
            ? text.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal)
            : text == pattern;
    }
}
