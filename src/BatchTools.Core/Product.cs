using System.Reflection;

namespace BatchTools;

/// <summary>What this program is.</summary>
internal static class Product
{
    /// <summary>Its version.</summary>
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
