using System.Text.RegularExpressions;

namespace BatchTools.WorkloadFiles;

/// <summary>Reads the section `parameters`, and gives each parameter its value.</summary>
/// <param name="given">The values from outside, by name.</param>
/// <param name="problems">Takes what does not fit.</param>
internal sealed partial class ParameterSection(IReadOnlyDictionary<string, string> given, SourceProblems problems)
{
    /// <summary>The members of a declaration.</summary>
    public static IReadOnlyList<string> Members { get; } = ["type", "default", "allowedValues", "description"];

    /// <summary>The types by the names that files give them.</summary>
    public static IReadOnlyList<string> Types { get; } = ["string", "number", "boolean"];

    private readonly SectionReader _reader = new(problems);

    /// <summary>The parameters that a file declares, in its order.</summary>
    /// <param name="root">The whole file.</param>
    public IReadOnlyList<WorkloadParameter> Read(SourceObject root)
    {
        var section = root.Find("parameters")?.Value;
        var names = (section as SourceObject)?.Members.Select(member => member.Name).ToArray() ?? [];
        var declared = section is null ? null : _reader.Object(section, names);
        foreach (var name in given.Keys.Where(name => !names.Contains(name, StringComparer.Ordinal)))
            problems.Add(nameof(Messages.ParameterUnknown), (section ?? root).Where, name, NearestName.Suggest(name, names));
        return [.. (declared?.Members ?? []).Select(Read).OfType<WorkloadParameter>()];
    }

    private WorkloadParameter? Read(SourceMember member)
    {
        var count = problems.Errors.Count;
        if (!Name().IsMatch(member.Name))
            problems.Add(nameof(Messages.ParameterName), member.Where, member.Name);
        if (_reader.Object(member.Value, Members) is not { } declaration)
            return null;
        var isSound = problems.Errors.Count == count;
        var parameter = new WorkloadParameter
        {
            Name = member.Name,
            Where = member.Where,
            Type = Type(declaration),
            Description = _reader.Text(declaration, "description"),
        };
        parameter = parameter with { AllowedValues = declaration.Find("allowedValues") is { } allowed ? [.. _reader.List(allowed.Value).Select(node => Text(node, parameter)).OfType<string>()] : [] };
        if (declaration.Find("default") is { } fallback)
        {
            parameter = parameter with { Default = Text(fallback.Value, parameter) };
            Check(parameter, parameter.Default, fallback.Value.Where);
        }

        if (!given.TryGetValue(member.Name, out var value))
        {
            if (isSound && declaration.Find("default") is null)
                problems.Add(nameof(Messages.ParameterDefaultMissing), member.Where, member.Name);
            return parameter with { Value = parameter.Default };
        }

        Check(parameter, value, member.Where);
        return parameter with { Value = Fits(parameter, value, member.Where) ? value : null };
    }

    private WorkloadParameterType Type(SourceObject declaration)
    {
        if (_reader.Text(declaration, "type") is not { } type)
            return WorkloadParameterType.STRING;
        if (Types.Contains(type, StringComparer.Ordinal))
            return Enum.Parse<WorkloadParameterType>(type, ignoreCase: true);
        var node = declaration.Find("type")!.Value;
        problems.Add(nameof(Messages.ConstantUnknown), node.Where, node.Path, type, NearestName.Suggest(type, Types), string.Join(", ", Types));
        return WorkloadParameterType.STRING;
    }

    private string? Text(SourceNode node, WorkloadParameter parameter)
    {
        var text = _reader.Value(node) is null ? null : ((SourceScalar)node).Text;
        return text is not null && Fits(parameter, text, node.Where) ? text : null;
    }

    private bool Fits(WorkloadParameter parameter, string value, string where)
    {
        if (!parameter.Fits(value))
            problems.Add(nameof(Messages.ParameterValueType), where, parameter.Name, parameter.Type == WorkloadParameterType.NUMBER ? "a number" : "true or false", value);
        return parameter.Fits(value);
    }

    private void Check(WorkloadParameter parameter, string? value, string where)
    {
        if (value is null || parameter.AllowedValues.Count == 0 || parameter.AllowedValues.Contains(value, StringComparer.Ordinal))
            return;
        problems.Add(
            nameof(Messages.ParameterNotAllowed), where, parameter.Name, value,
            NearestName.Suggest(value, parameter.AllowedValues), string.Join(", ", parameter.AllowedValues));
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
