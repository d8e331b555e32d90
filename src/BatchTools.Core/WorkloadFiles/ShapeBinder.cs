using System.Collections;
using Amazon.Runtime;

namespace BatchTools.WorkloadFiles;

/// <summary>
/// Fills AWS's model objects from nodes. It knows the shapes by reflection alone, so it serves the generated clients and
/// AWS's packages alike. Whatever does not fit is noted with its place, and the rest goes on.
/// </summary>
/// <param name="problems">Takes what does not fit.</param>
/// <param name="checkRequired">Whether a member that AWS requires must be there.</param>
internal sealed class ShapeBinder(SourceProblems problems, bool checkRequired = true)
{
    private readonly ScalarBinder _scalars = new(problems);

    /// <summary>An object of a model class with the members of a node; what did not fit is left out of it.</summary>
    public T Bind<T>(SourceNode node)
        where T : class, new() => (T)Bind(node, typeof(T));

    /// <inheritdoc cref="Bind{T}(SourceNode)"/>
    public object Bind(SourceNode node, Type shape) => BindObject(node, shape) ?? Activator.CreateInstance(shape)!;

    /// <summary>An object of a model class out of plain data such as a hashtable.</summary>
    /// <param name="data">The data.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="checkRequired">Whether a member that AWS requires must be there.</param>
    /// <exception cref="BatchException">Something does not fit.</exception>
    public static T FromPlainData<T>(object data, string name, bool checkRequired = false)
        where T : class, new()
    {
        var problems = new SourceProblems();
        var node = new PlainNodes(problems).From(data, name);
        var bound = new ShapeBinder(problems, checkRequired).Bind<T>(node);
        problems.ThrowIfAny();
        return bound;
    }

    private object? BindObject(SourceNode node, Type shape)
    {
        if (node is not SourceObject source)
            return _scalars.Misfit(node, "an object");
        var target = Activator.CreateInstance(shape)!;
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in source.Members)
        {
            if (ShapeNames.Resolve(member, shape, problems) is not { } found)
            {
                if (NearestName.Find(member.Name, ShapeMembers.Of(shape).Select(one => one.WireName)) is { } near)
                    given.Add(near); // told already
                continue;
            }

            given.Add(found.WireName);
            if (member.Value is SourceScalar { Type: SourceScalarType.Null })
                continue;
            if (found.ItemConstant is { } constants)
                CheckConstants(member.Value, constants);
            if (BindValue(member.Value, found.Type) is { } value)
                found.Property.SetValue(target, value);
        }

        foreach (var missing in ShapeMembers.Of(shape).Where(member => member.Required && !given.Contains(member.WireName)))
            Default(source, target, missing);
        return target;
    }

    // Where AWS itself requires the type of a job definition, files that leave it out mean a container, or nodes if they describe them.
    private void Default(SourceObject source, object target, ShapeMember missing)
    {
        if (missing.WireName == "type" && target is Amazon.Batch.Model.RegisterJobDefinitionRequest definition)
        {
            definition.Type = definition.NodeProperties is null ? Amazon.Batch.JobDefinitionType.Container : Amazon.Batch.JobDefinitionType.Multinode;
            problems.Warn(nameof(Messages.TypeMissing), source.Where, definition.Type);
        }
        else if (checkRequired)
        {
            problems.Add(nameof(Messages.MemberMissing), source.Where, missing.WireName, source.Path.Length == 0 ? "This object" : source.Path);
        }
    }

    private object? BindValue(SourceNode node, Type type)
    {
        if (!type.IsGenericType)
            return IsScalar(type) ? _scalars.Bind(node, type) : BindObject(node, type);
        var arguments = type.GetGenericArguments();
        return arguments.Length == 1 ? BindList(node, type, arguments[0]) : BindMap(node, type, arguments[1]);
    }

    private IList? BindList(SourceNode node, Type type, Type item)
    {
        if (node is not SourceArray && node.Place is not null)
            return (IList?)_scalars.Misfit(node, "a list");
        var list = (IList)Activator.CreateInstance(type)!;
        foreach (var element in node is SourceArray array ? array.Items : [node]) // a shell unrolls lists of one
        {
            if (element is SourceScalar { Type: SourceScalarType.Null })
                _scalars.Misfit(element, "a value");
            else if (BindValue(element, item) is { } value)
                list.Add(value);
        }

        return list;
    }

    private void CheckConstants(SourceNode node, Type constants)
    {
        foreach (var item in ((node as SourceArray)?.Items ?? []).OfType<SourceScalar>().Where(item => item.Type != SourceScalarType.Null))
            _scalars.Bind(item, constants);
    }

    private IDictionary? BindMap(SourceNode node, Type type, Type value)
    {
        if (node is not SourceObject source)
            return (IDictionary?)_scalars.Misfit(node, "an object");
        var map = (IDictionary)Activator.CreateInstance(type)!;
        foreach (var member in source.Members)
        {
            if (member.Value is SourceScalar { Type: SourceScalarType.Null })
                _scalars.Misfit(member.Value, "a value");
            else if (BindValue(member.Value, value) is { } bound)
                map[member.Name] = bound;
        }

        return map;
    }

    private static bool IsScalar(Type type) => type == typeof(string) || type.IsPrimitive || typeof(ConstantClass).IsAssignableFrom(type);
}
