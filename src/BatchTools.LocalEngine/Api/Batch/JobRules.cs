using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Scheduling.Rules;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>What AWS Batch asks of the parts that job definitions and submissions share.</summary>
internal static class JobRules
{
    private const int MaximumAttempts = 10;
    private const int MaximumExitRules = 5;
    private const int MaximumPattern = 512;
    private const int ShortestTimeout = 60;
    private const int LeastMemory = 4;

    public static void CheckRetryStrategy(RetryStrategy? strategy)
    {
        if (strategy is null)
            return;
        if (strategy.Attempts is < 1 or > MaximumAttempts)
            throw BatchErrors.Executing($"Retry strategy attempts must be between 1 and {MaximumAttempts}; it is {strategy.Attempts}");
        if (strategy.EvaluateOnExit is not { Count: > 0 } rules)
            return;
        if (strategy.Attempts is null)
            throw BatchErrors.Executing("Retry strategy evaluateOnExit requires attempts");
        if (rules.Count > MaximumExitRules)
            throw BatchErrors.Executing($"Retry strategy evaluateOnExit cannot have more than {MaximumExitRules} entries");
        foreach (var rule in rules)
            CheckExitRule(rule);
    }

    /// <summary>The strategy as AWS describes it: actions in lower case.</summary>
    public static RetryStrategy? Describe(RetryStrategy? strategy) => strategy is null ? null : new RetryStrategy
    {
        Attempts = strategy.Attempts,
        EvaluateOnExit = strategy.EvaluateOnExit?.ConvertAll(static rule => new EvaluateOnExit
        {
            Action = rule.Action?.ToLowerInvariant(),
            OnExitCode = rule.OnExitCode,
            OnReason = rule.OnReason,
            OnStatusReason = rule.OnStatusReason,
        }) ?? [],
    };

    public static void CheckTimeout(JobTimeout? timeout)
    {
        if (timeout?.AttemptDurationSeconds is < ShortestTimeout and var seconds)
            throw BatchErrors.Executing($"Timeout attemptDurationSeconds must be at least {ShortestTimeout}; it is {seconds}");
    }

    public static void CheckCommand(List<string>? command)
    {
        if (command?.Contains("") == true)
            throw BatchErrors.Executing("Command must not contain an empty string");
        if (command?.Any(static argument => argument.Contains('\0')) == true)
            throw BatchErrors.Executing("Command must not contain a null character");
    }

    public static void CheckParameters(Dictionary<string, string>? parameters)
    {
        if (parameters?.Values.Any(static value => value.Contains('\0')) == true)
            throw BatchErrors.Executing("Parameters must not contain a null character");
    }

    public static void CheckEnvironment(List<KeyValuePair>? environment)
    {
        foreach (var variable in environment ?? [])
        {
            if (string.IsNullOrEmpty(variable.Name) || variable.Name.AsSpan().IndexOfAny('=', '\0') >= 0 || variable.Value?.Contains('\0') == true)
                throw BatchErrors.Executing($"Environment variable name '{variable.Name}' is not valid");
            if (variable.Name.StartsWith(JobVariables.ReservedPrefix, StringComparison.Ordinal))
                throw BatchErrors.Executing($"Environment variable '{variable.Name}' begins with {JobVariables.ReservedPrefix}, which is reserved");
        }
    }

    public static void CheckRequirements(List<ResourceRequirement>? requirements)
    {
        foreach (var requirement in requirements ?? [])
        {
            if (!ResourceNeeds.TryParse(requirement.Value, out var number) || number <= 0)
                throw BatchErrors.Executing($"Resource requirement {requirement.Type} must be a positive number; it is '{requirement.Value}'");
            if (requirement.Type != ResourceType.VCPU && number != decimal.Truncate(number))
                throw BatchErrors.Executing($"Resource requirement {requirement.Type} must be a whole number; it is '{requirement.Value}'");
            if (requirement.Type == ResourceType.MEMORY)
                CheckSizes(vcpus: null, (int)Math.Min(number, int.MaxValue));
        }

        if (requirements?.DistinctBy(static requirement => requirement.Type).Count() < requirements?.Count)
            throw BatchErrors.Executing("Resource requirements must not name a type twice");
    }

    public static void CheckSizes(int? vcpus, int? memory)
    {
        if (vcpus < 1)
            throw BatchErrors.Executing($"vCPU must be at least 1; it is {vcpus}");
        if (memory < LeastMemory)
            throw BatchErrors.Executing($"Memory must be at least {LeastMemory} MiB; it is {memory}");
    }

    private static void CheckExitRule(EvaluateOnExit rule)
    {
        if (rule is { OnExitCode: null, OnReason: null, OnStatusReason: null })
            throw BatchErrors.Executing("Retry strategy evaluateOnExit must have onExitCode, onReason or onStatusReason in each entry");
        CheckPattern("onExitCode", rule.OnExitCode, char.IsAsciiDigit);
        CheckPattern("onReason", rule.OnReason, IsReasonCharacter);
        CheckPattern("onStatusReason", rule.OnStatusReason, IsReasonCharacter);
    }

    private static void CheckPattern(string member, string? pattern, Func<char, bool> isAllowed)
    {
        if (pattern is null)
            return;
        var text = pattern.EndsWith('*') ? pattern[..^1] : pattern;
        if (pattern.Length is 0 or > MaximumPattern || !text.All(isAllowed))
            throw BatchErrors.Executing($"Retry strategy {member} '{Shortened.Text(pattern)}' is not a valid pattern");
    }

    private static bool IsReasonCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '.' or ':' || char.IsWhiteSpace(character);
}
