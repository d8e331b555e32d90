using System.Collections.Concurrent;
using System.Reflection;

namespace BatchTools.WorkloadFiles;

/// <summary>
/// The members of AWS's model classes, found by reflection: the public, settable properties that the model itself declares
/// (not those of the AWS runtime's base classes), each under its wire name.
/// </summary>
internal static class ShapeMembers
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<ShapeMember>> Known = new();

    /// <summary>The members of a model class, in the order of their declaration.</summary>
    public static IReadOnlyList<ShapeMember> Of(Type shape) => Known.GetOrAdd(shape, Find);

    /// <summary>AWS's name of a property on the wire: its first letter in lower case (`MinvCpus` is `minvCpus`).</summary>
    public static string WireName(string propertyName) => char.ToLowerInvariant(propertyName[0]) + propertyName[1..];

    private static ShapeMember[] Find(Type shape) =>
        [.. shape.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property is { CanRead: true, CanWrite: true }
                && property.SetMethod!.IsPublic
                && property.GetIndexParameters().Length == 0
                && property.DeclaringType?.Namespace?.StartsWith("Amazon.Runtime", StringComparison.Ordinal) != true)
            .Select(property => new ShapeMember(WireName(property.Name), property))];
}
