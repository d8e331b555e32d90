using System.Globalization;
using BatchTools.LocalEngine.Faults;

namespace BatchTools.LocalEngine.Running.Simulated;

/// <summary>What a simulated attempt does, as its job's environment says.</summary>
/// <param name="Duration">How long it runs.</param>
/// <param name="ExitCode">How it ends.</param>
internal sealed record SimulatedOutcome(TimeSpan Duration, int ExitCode)
{
    public const string DurationVariable = "BATCHTOOLS_SIMULATED_DURATION";
    public const string ExitCodeVariable = "BATCHTOOLS_SIMULATED_EXIT_CODE";
    public const string FailureRateVariable = "BATCHTOOLS_SIMULATED_FAILURE_RATE";

    private static readonly TimeSpan DefaultDuration = TimeSpan.FromMinutes(1);

    /// <summary>Reads the variables; what they leave to chance, seed and attempt decide.</summary>
    /// <exception cref="AttemptStartException">A variable's value is none.</exception>
    public static SimulatedOutcome Of(IReadOnlyDictionary<string, string> environment, int seed, string attempt)
    {
        var duration = environment.TryGetValue(DurationVariable, out var text)
            ? SimulatedDuration.Draw(text, number => SeededDraw.Unit(seed, $"duration {number} {attempt}"))
                ?? throw new AttemptStartException($"{DurationVariable} is '{text}'; write a time such as 00:10:00 or 90s, normal(600,60), uniform(60,120) or exponential(300), in seconds")
            : DefaultDuration;

        var exitCode = 0;
        if (environment.TryGetValue(ExitCodeVariable, out text) && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out exitCode) && exitCode <= 255))
            throw new AttemptStartException($"{ExitCodeVariable} is '{text}'; write a number from 0 to 255");
        if (!environment.TryGetValue(FailureRateVariable, out text))
            return new SimulatedOutcome(duration, exitCode);
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) || rate > 1)
            throw new AttemptStartException($"{FailureRateVariable} is '{text}'; write a number from 0 to 1");

        // With a rate the exit code is that of the attempts that fail.
        return new SimulatedOutcome(duration, SeededDraw.Unit(seed, $"failure {attempt}") < rate ? Math.Max(exitCode, 1) : 0);
    }
}
