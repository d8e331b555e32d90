using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Scheduling.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.LocalEngine.Tests.Scheduling.Rules;

public sealed class ExitRulesTests
{
    [Theory]
    [InlineData(null, "anything", true)]
    [InlineData("*", "", true)]
    [InlineData("*", null, true)]
    [InlineData("1", "1", true)]
    [InlineData("1", "13", false)]
    [InlineData("1*", "13", true)]
    [InlineData("1*", "31", false)]
    [InlineData("Host EC2*", "Host EC2 (instance i-0) terminated.", true)]
    [InlineData("Host EC2", "Host EC2 (instance i-0) terminated.", false)]
    [InlineData("host ec2*", "Host EC2 (instance i-0) terminated.", false)]
    [InlineData("7", null, false)]
    public void A_pattern_is_the_whole_text_or_its_beginning(string? pattern, string? text, bool matches) =>
        Assert.Equal(matches, ExitRules.MatchesPattern(pattern, text));

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(1, 2, true)]
    [InlineData(9, 10, true)]
    [InlineData(10, 10, false)]
    public void Without_rules_the_attempts_decide(int made, int attempts, bool retries) =>
        Assert.Equal(retries, ExitRules.Retries(new RetryStrategy { Attempts = attempts }, made, Failed(exitCode: 1)));

    [Fact]
    public void Without_a_strategy_there_is_one_attempt() => Assert.False(ExitRules.Retries(null, 1, Failed(exitCode: 1)));

    [Fact]
    public void The_first_rule_whose_conditions_all_match_decides()
    {
        var strategy = Strategy(
            new EvaluateOnExit { OnExitCode = "1", OnReason = "Out*", Action = "EXIT" },
            new EvaluateOnExit { OnExitCode = "1", Action = "retry" },
            new EvaluateOnExit { OnExitCode = "*", Action = "Exit" });

        Assert.True(ExitRules.Retries(strategy, 1, Failed(exitCode: 1)));
        Assert.False(ExitRules.Retries(strategy, 1, Failed(exitCode: 1, reason: "OutOfMemoryError")));
        Assert.False(ExitRules.Retries(strategy, 1, Failed(exitCode: 2)));
    }

    [Fact]
    public void Where_no_rule_matches_it_is_tried_again() =>
        Assert.True(ExitRules.Retries(Strategy(new EvaluateOnExit { OnExitCode = "7", Action = "EXIT" }), 1, Failed(exitCode: 1)));

    [Fact]
    public void Any_rules_agree_with_a_plain_reading_of_them()
    {
        var text = Gen.Elements("", "1", "13", "137", "Host", "Host EC2");
        var pattern = Gen.OneOf(Gen.Constant((string?)null), text.Select(value => (string?)value), text.Select(value => (string?)(value + "*")));
        var rule = from code in pattern
                   from reason in pattern
                   from status in pattern
                   from action in Gen.Elements("RETRY", "EXIT", "retry", "Exit")
                   select new EvaluateOnExit { OnExitCode = code, OnReason = reason, OnStatusReason = status, Action = action };
        var attempt = from code in Gen.Elements<int?>(null, 1, 13, 137)
                      from reason in text
                      from status in text
                      select Failed(code, reason, status);

        Prop.ForAll(Gen.ListOf(rule, 4).ToArbitrary(), attempt.ToArbitrary(), (rules, ended) =>
            ExitRules.Retries(Strategy([.. rules]), 1, ended) == Expected(rules, ended)).QuickCheckThrowOnFailure();
    }

    // The same said with regular expressions.
    private static bool Expected(IEnumerable<EvaluateOnExit> rules, Attempt ended) => rules
        .Where(rule => Holds(rule.OnExitCode, ended.ExitCode?.ToString()) && Holds(rule.OnReason, ended.Reason) && Holds(rule.OnStatusReason, ended.StatusReason))
        .Select(rule => rule.Action!.ToUpperInvariant() == "RETRY")
        .FirstOrDefault(defaultValue: true);

    private static bool Holds(string? pattern, string? text) => pattern is null
        || System.Text.RegularExpressions.Regex.IsMatch(text ?? "", $"\\A{System.Text.RegularExpressions.Regex.Escape(pattern).Replace("\\*", ".*")}\\z");

    private static RetryStrategy Strategy(params EvaluateOnExit[] rules) => new() { Attempts = 5, EvaluateOnExit = [.. rules] };

    private static Attempt Failed(int? exitCode, string? reason = null, string? status = "Essential container in task exited") => new()
    {
        TaskId = Guid.Empty, ClusterName = "", EnvironmentName = "", ExitCode = exitCode, Reason = reason, StatusReason = status,
    };
}
