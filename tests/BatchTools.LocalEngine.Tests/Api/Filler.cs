using System.Collections;
using System.Globalization;
using System.Reflection;
using Amazon.Runtime;

namespace BatchTools.LocalEngine.Tests.Api;

/// <summary>
/// Fills every member of an object with values of its own, all of them allowed by the models: texts of twelve
/// digits, small numbers, lists and maps of two.
/// </summary>
internal sealed class Filler
{
    // The client gives the elements of enum collections as text, as AWS SDK for .NET does: their types do not tell the values.
    private static readonly Dictionary<string, Type> EnumLists = new()
    {
        ["PlatformCapabilities"] = typeof(Amazon.Batch.PlatformCapability),
        ["Permissions"] = typeof(Amazon.Batch.DeviceCgroupPermission),
        ["InheritedProperties"] = typeof(Amazon.CloudWatchLogs.InheritedProperty),
    };

    private int _next;

    public T Fill<T>()
        where T : class => (T)Fill(typeof(T));

    public object Fill(Type type)
    {
        var value = Activator.CreateInstance(type)!;
        foreach (var property in Members(type))
            property.SetValue(value, Value(property));
        return value;
    }

    /// <summary>The properties that are members of the model.</summary>
    public static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(property => property.CanWrite);

    private object Value(PropertyInfo property) =>
        property.PropertyType == typeof(List<string>) && EnumLists.TryGetValue(property.Name, out var enumeration)
            ? Constants(enumeration).Select(constant => constant.ToString()!).Take(2).ToList()
            : Value(property.PropertyType);

    private object Value(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return Digits();
        if (type == typeof(bool))
            return _next++ % 2 == 0;
        if (type == typeof(DateTime))
            return DateTime.UnixEpoch.AddMilliseconds(1_700_000_000_000 + _next++);
        if (type.IsPrimitive)
            return Convert.ChangeType(1 + (_next++ % 50), type, CultureInfo.InvariantCulture);
        if (type.IsAssignableTo(typeof(ConstantClass)))
            return Constants(type)[_next++ % Constants(type).Count];
        if (type.IsAssignableTo(typeof(IList)))
            return List(type);
        return type.IsAssignableTo(typeof(IDictionary)) ? Map(type) : Fill(type);
    }

    private IList List(Type type)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        for (var i = 0; i < 2; i++)
            list.Add(Value(type.GetGenericArguments()[0]));
        return list;
    }

    private IDictionary Map(Type type)
    {
        var map = (IDictionary)Activator.CreateInstance(type)!;
        for (var i = 0; i < 2; i++)
            map.Add(Digits(), Value(type.GetGenericArguments()[1]));
        return map;
    }

    private string Digits() => (100_000_000_000 + _next++).ToString(CultureInfo.InvariantCulture);

    private static List<object> Constants(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == type).Select(field => field.GetValue(null)!)];
}
