using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace BatchTools.Architecture.Tests;

/// <summary>The checkout under test: where its files are and what its built assemblies refer to.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The simple names of the assemblies that a room's built assembly refers to.</summary>
    public static IReadOnlyList<string> ReferencesOf(string room, string targetFramework, string? assemblyName = null)
    {
        var file = PathOf("src", room, "bin", Metadata("Configuration"), targetFramework, (assemblyName ?? room) + ".dll");
        using var stream = File.OpenRead(file);
        using var portable = new PEReader(stream);
        var metadata = portable.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
