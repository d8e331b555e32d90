using System.Reflection;
using BatchTools.Help.Model;

namespace BatchTools.Help.Reading;

/// <summary>Reads the parameters of a cmdlet class, inherited ones last.</summary>
internal sealed class ParameterReader(XmlComments comments, ProseReader prose)
{
    private const string PowerShell = "System.Management.Automation.";

    /// <summary>Reads all parameters, including what <c>SupportsShouldProcess</c> adds.</summary>
    public IEnumerable<ParameterHelp> Read(Type cmdlet)
    {
        var lineage = Lineage(cmdlet).ToList();
        var properties = lineage.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly));
        foreach (var property in properties.DistinctBy(property => property.Name)) // an override counts, not what it overrides
        {
            if (property.FindAttribute(PowerShell + "ParameterAttribute") is not null)
                yield return Read(property);
        }

        if (cmdlet.FindAttribute(PowerShell + "CmdletAttribute")!.Named<bool>("SupportsShouldProcess"))
        {
            yield return Switch("WhatIf", "wi", "Says what would be done, and does nothing.");
            yield return Switch("Confirm", "cf", "Asks before each change.");
        }
    }

    private static IEnumerable<Type> Lineage(Type? type)
    {
        for (; type is not null && type.Namespace != "System.Management.Automation"; type = type.BaseType)
            yield return type;
    }

    private ParameterHelp Read(PropertyInfo property)
    {
        var type = property.PropertyType;
        var element = type.IsArray ? type.GetElementType()! : type;
        element = element.IsGenericType && element.FullName!.StartsWith("System.Nullable`1", StringComparison.Ordinal) ? element.GetGenericArguments()[0] : element;
        var values = element.IsEnum
            ? element.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.Name)
            : property.FindAttribute(PowerShell + "ValidateSetAttribute").Strings();
        return new ParameterHelp(
            property.Name,
            element.Name + (type.IsArray ? "[]" : ""),
            element.Name == "SwitchParameter",
            prose.Paragraphs(comments.Of(property)?.Element("summary")),
            [.. property.FindAttribute(PowerShell + "AliasAttribute").Strings()],
            [.. values],
            property.FindAttribute(PowerShell + "SupportsWildcardsAttribute") is not null,
            property.GetCustomAttributesData()
                .Where(attribute => attribute.AttributeType.FullName == PowerShell + "ParameterAttribute")
                .ToDictionary(attribute => attribute.Named<string>("ParameterSetName") ?? ParameterHelp.EverySet, Place));
    }

    private static ParameterPlace Place(CustomAttributeData attribute)
    {
        var position = attribute.NamedArguments.Any(argument => argument.MemberName == "Position") ? attribute.Named<int>("Position") : (int?)null;
        return new ParameterPlace(
            attribute.Named<bool>("Mandatory"), position, attribute.Named<bool>("ValueFromPipeline"), attribute.Named<bool>("ValueFromPipelineByPropertyName"));
    }

    private static ParameterHelp Switch(string name, string alias, string description) => new(
        name,
        "SwitchParameter",
        true,
        [new Prose(description, description)],
        [alias],
        [],
        false,
        new Dictionary<string, ParameterPlace> { [ParameterHelp.EverySet] = new(false, null, false, false) });
}
