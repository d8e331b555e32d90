using System.Reflection;
using BatchTools.Help.Model;
using BatchTools.Help.Reading;

namespace BatchTools.Help.Tests;

/// <summary>The cmdlets of this checkout, as the build reads them.</summary>
internal static class BuiltModule
{
    private static readonly Lazy<IReadOnlyList<CmdletHelp>> Read = new(ReadCmdlets);

    public static IReadOnlyList<CmdletHelp> Cmdlets => Read.Value;

    public static string PathOf(params string[] parts) => Path.Combine([Metadata("RepositoryRoot"), .. parts]);

    private static IReadOnlyList<CmdletHelp> ReadCmdlets()
    {
        var project = PathOf("src", "BatchTools.PowerShell");
        var output = Path.Combine(Metadata("Configuration"), "net8.0");
        using var reader = new CmdletReader(
            Path.Combine(project, "bin", output, "BatchTools.PowerShell.dll"), File.ReadAllLines(Path.Combine(project, "obj", output, "help.references")));
        return reader.Read();
    }

    private static string Metadata(string key) => typeof(BuiltModule).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
