using System.Text.RegularExpressions;
using BatchTools.LocalEngine.Catalog;

namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>
/// Which instance types AWS Batch takes for a compute environment: families and types but no burstable ones, and Arm apart from others.
/// The table of the engine is not whole, so what has the form of an instance type passes.
/// </summary>
internal static partial class InstanceTypeRules
{
    private static readonly string[] Choices = ["optimal", "default_x86_64", "default_arm64"];

    /// <exception cref="ServiceError">ClientException: one is none that AWS Batch takes, or they do not go together.</exception>
    public static void Check(IReadOnlyCollection<string> names)
    {
        if (!names.All(IsTaken))
            throw BatchErrors.Executing($"Instance type can only be one of [{string.Join(", ", Known())}]");
        if (names.Any(IsArm) && !names.All(IsArm))
            throw BatchErrors.Executing("arm-based instance type cannot be used with other instance types.");
    }

    private static bool IsTaken(string name) => Choices.Contains(name) || Form().IsMatch(name);

    private static bool IsArm(string name) => name == "default_arm64" || ArmFamily().IsMatch(name);

    private static IEnumerable<string> Known() =>
        [.. Choices, .. InstanceCatalog.Embedded.Types.Where(static type => !type.IsBurstable).SelectMany(static type => (string[])[type.Family, type.Name]).Distinct()];

    [GeneratedRegex(@"^(?!t\d)[a-z]+-?\d+[a-z0-9-]*(\.(nano|micro|small|medium|large|\d*xlarge|metal(-\d+xl)?))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    // Graviton's families have a g behind their generation: c7g, m6gd, is4gen.
    [GeneratedRegex(@"^(a1|[a-z]+\d+g[a-z]*)(\.|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ArmFamily();
}
