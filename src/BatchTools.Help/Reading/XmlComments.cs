using System.Xml.Linq;

namespace BatchTools.Help.Reading;

/// <summary>The doc comments of some assemblies, by member id (<c>T:Name.Space.Type</c>, <c>P:Name.Space.Type.Property</c>).</summary>
internal sealed class XmlComments
{
    private readonly Dictionary<string, XElement> _members = new(StringComparer.Ordinal);

    /// <summary>Reads the documentation files that exist beside the given assemblies.</summary>
    public XmlComments(IEnumerable<string> assemblies)
    {
        foreach (var file in assemblies.Select(assembly => Path.ChangeExtension(assembly, ".xml")).Where(File.Exists))
        {
            foreach (var member in XDocument.Load(file, LoadOptions.PreserveWhitespace).Descendants("member"))
                _members.TryAdd((string)member.Attribute("name")!, member);
        }
    }

    /// <summary>Finds the comment of a type.</summary>
    public XElement? Of(Type type) => _members.GetValueOrDefault("T:" + IdOf(type));

    /// <summary>Finds the comment of a property.</summary>
    public XElement? Of(System.Reflection.PropertyInfo property) => _members.GetValueOrDefault($"P:{IdOf(property.DeclaringType!)}.{property.Name}");

    private static string IdOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');
}
