using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools.Requests;

/// <summary>A list of AWS's whose entries are pairs, so that it can be given as a map: variables, secrets, shares.</summary>
/// <param name="Key">The member that is the key.</param>
/// <param name="Value">The member that is the value.</param>
internal sealed record KeyedList(string Key, string Value)
{
    private static readonly Dictionary<Type, KeyedList> Known = new()
    {
        [typeof(Amazon.Batch.Model.KeyValuePair)] = new("name", "value"),
        [typeof(Secret)] = new("name", "valueFrom"),
        [typeof(ResourceRequirement)] = new("type", "value"),
        [typeof(ShareAttributes)] = new("shareIdentifier", "weightFactor"),
        [typeof(ConsumableResourceRequirement)] = new("consumableResource", "quantity"),
        [typeof(CapacityLimit)] = new("capacityUnit", "maxCapacity"),
        [typeof(QuotaShareCapacityLimit)] = new("capacityUnit", "maxCapacity"),
    };

    /// <summary>What makes the list of that type a map; null where it is none.</summary>
    public static KeyedList? Of(Type type) => Known.GetValueOrDefault(ItemOf(type) ?? typeof(object));

    /// <summary>The member that holds a name, of lists whose entries are names in an order of their own; else null.</summary>
    public static string? OrderedName(Type type) => ItemOf(type) switch
    {
        { } item when item == typeof(ComputeEnvironmentOrder) => "computeEnvironment",
        { } item when item == typeof(ServiceEnvironmentOrder) => "serviceEnvironment",
        _ => null,
    };

    /// <summary>The key of an entry; null if it has none.</summary>
    public string? KeyOf(SourceNode entry) => ((entry as SourceObject)?.FindLoosely(Key)?.Value as SourceScalar)?.Text;

    /// <summary>One entry.</summary>
    public SourceObject Entry(string key, SourceNode value)
    {
        var entry = new SourceObject(null);
        entry.Add(new(Key, null, new SourceScalar(null, SourceScalarType.Text, key)));
        entry.Add(new(Value, null, value));
        return entry;
    }

    /// <summary>Whether an object is one entry of the list, and not a map of all.</summary>
    public bool IsEntry(SourceObject node) =>
        node.FindLoosely(Key) is not null && node.Members.All(member => member.Is(Key) || member.Is(Value));

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [var item] ? item : null;
}
