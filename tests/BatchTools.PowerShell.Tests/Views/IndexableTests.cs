using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Tests.Views;

/// <summary>The lists of what cmdlets give: PowerShell indexes and slices arrays and lists, and takes other lists for one object.</summary>
public sealed class IndexableTests
{
    public static TheoryData<Type, string> Lists { get; } = [.. typeof(BatchCmdlet).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetCustomAttributesData().Where(data => data.AttributeType == typeof(OutputTypeAttribute)))
        .SelectMany(output => output.ConstructorArguments)
        .SelectMany(argument => argument.Value is IEnumerable<CustomAttributeTypedArgument> several ? several : [argument])
        .SelectMany(argument => Reached(argument.Value as Type, []))
        .Distinct()
        .SelectMany(type => type.GetProperties().Where(property => property.CanWrite && IsList(property.PropertyType)).Select(property => (type, property.Name)))];

    [Theory]
    [MemberData(nameof(Lists))]
    public void They_can_be_indexed(Type type, string name)
    {
        var property = type.GetProperty(name)!;
        var item = property.PropertyType.GetGenericArguments()[0];
        var one = RuntimeHelpers.GetUninitializedObject(type);

        property.SetValue(one, Activator.CreateInstance(typeof(ReadOnlyCollection<>).MakeGenericType(item), Array.CreateInstance(item, 2)));

        Assert.Equal(item.MakeArrayType(), property.GetValue(one)!.GetType());
    }

    [Fact]
    public void There_are_some() => Assert.InRange(Lists.Count, 20, 200);

    // The type, and those of ours that its properties lead to.
    private static HashSet<Type> Reached(Type? type, HashSet<Type> reached)
    {
        if (type is null || type.Assembly != typeof(Job).Assembly || !type.IsClass || !reached.Add(type))
            return reached;
        foreach (var property in type.GetProperties())
            Reached(IsList(property.PropertyType) ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType, reached);
        return reached;
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
}
