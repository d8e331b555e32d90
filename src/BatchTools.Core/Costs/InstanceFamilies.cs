namespace BatchTools;

/// <summary>
/// What AWS Batch's own choices of instance types stand for:
/// https://docs.aws.amazon.com/batch/latest/userguide/instance-type-compute-table.html.
/// </summary>
internal static class InstanceFamilies
{
    private static readonly string[] X86 = ["m6i", "c6i", "r6i", "c7i"];
    private static readonly string[] Arm = ["m6g", "c6g", "r6g", "c7g"];

    /// <summary>The types and families behind the names of a compute environment.</summary>
    public static IEnumerable<string> Resolve(IEnumerable<string> names) => names.SelectMany(name => name switch
    {
        "optimal" or "default_x86_64" => X86,
        "default_arm64" => Arm,
        _ => [name],
    }).Distinct(StringComparer.Ordinal);
}
