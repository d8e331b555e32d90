using System.Globalization;

namespace BatchTools.LocalEngine.Tests.Support;

/// <summary>
/// What is left to chance in tests. BATCHTOOLS_TEST_SEED decides it (without it, it is the same each time), and
/// BATCHTOOLS_TEST_TIMES makes it as many times as much.
/// </summary>
internal static class Chance
{
    /// <summary>How many times as many cases as usual are tried.</summary>
    public static int Times { get; } = Setting("BATCHTOOLS_TEST_TIMES", 1);

    /// <summary>A source of chance for one test.</summary>
    /// <param name="what">Tells it from others; of the same text and seed come the same numbers.</param>
    public static Random Random(string what) =>
        new(what.Aggregate(Setting("BATCHTOOLS_TEST_SEED", 0), static (seed, letter) => unchecked((seed * 31) + letter)));

    /// <summary>A number from the environment.</summary>
    public static int Setting(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
