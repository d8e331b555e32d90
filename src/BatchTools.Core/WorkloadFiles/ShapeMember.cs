using System.Reflection;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace BatchTools.WorkloadFiles;

/// <summary>One member of an AWS model class.</summary>
/// <param name="WireName">Its name in AWS's JSON, such as `jobQueueName`.</param>
/// <param name="Property">The property that holds it.</param>
internal sealed record ShapeMember(string WireName, PropertyInfo Property)
{
    /// <summary>The type of its values, without `Nullable`.</summary>
    public Type Type { get; } = Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    /// <summary>The constants that a list of texts takes, which AWS's classes do not tell: those named as one of its items; null if there are none.</summary>
    public Type? ItemConstant { get; } = Property.PropertyType == typeof(List<string>) && Property.Name.EndsWith("ies", StringComparison.Ordinal)
        && Property.DeclaringType!.Assembly.GetType($"Amazon.Batch.{Property.Name[..^3]}y") is { } type && typeof(ConstantClass).IsAssignableFrom(type) ? type : null;

    /// <summary>Whether AWS requires the member in requests.</summary>
    public bool Required { get; } = Property.GetCustomAttribute<AWSPropertyAttribute>() is { Required: true };
}
