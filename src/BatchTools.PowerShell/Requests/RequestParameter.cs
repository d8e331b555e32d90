using System.Collections;
using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;
using BatchTools.Requests;

namespace BatchTools.PowerShell.Requests;

/// <summary>A parameter of a cmdlet that sets a member of its request.</summary>
/// <param name="Property">The parameter.</param>
/// <param name="Path">The member.</param>
internal sealed record RequestParameter(PropertyInfo Property, MemberPath Path)
{
    private static readonly ConcurrentDictionary<(Type Cmdlet, Type Request), IReadOnlyList<RequestParameter>> Known = new();

    private readonly string[] _names = [Property.Name, .. Property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []];

    /// <summary>Whether a list given for it means a request for each item.</summary>
    public bool IsEach { get; } = Property.PropertyType.IsArray && Path is { Key: null } && Path.Target == typeof(string);

    /// <summary>The parameters of a cmdlet, those of structures before those of what is in them.</summary>
    public static IReadOnlyList<RequestParameter> Of(Type cmdlet, Type request) => Known.GetOrAdd((cmdlet, request), key => Find(key.Cmdlet, key.Request));

    /// <summary>Whether the parameter is called so.</summary>
    public bool IsNamed(string name) => _names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Its value as plain data, in a list of those that each make a request of their own.</summary>
    public IReadOnlyList<object?> Values(object cmdlet) =>
        PlainData.Of(Property.GetValue(cmdlet)) is { } value && IsEach ? [.. ((IEnumerable)value).Cast<object?>()] : [PlainData.Of(Property.GetValue(cmdlet))];

    /// <summary>The default for the member; null: none.</summary>
    public object? Default(object cmdlet) =>
        PlainData.Of(Property.GetValue(cmdlet)) is { } value and not (false or "" or ICollection { Count: 0 }) ? value : null;

    private static RequestParameter[] Find(Type cmdlet, Type request) =>
        [.. from property in cmdlet.GetProperties()
            from member in property.GetCustomAttributes<RequestMemberAttribute>()
            let path = MemberPath.Parse(request, member.Path)
            orderby path.Names.Count, path.Key is null ? 0 : 1
            select new RequestParameter(property, path)];
}
