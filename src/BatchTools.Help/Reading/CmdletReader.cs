using System.Reflection;
using System.Xml.Linq;
using BatchTools.Help.Model;

namespace BatchTools.Help.Reading;

/// <summary>Reads the cmdlets of an assembly as metadata, with their doc comments. Nothing of it is loaded to run.</summary>
internal sealed class CmdletReader : IDisposable
{
    private const string PowerShell = "System.Management.Automation.";

    private readonly MetadataLoadContext _context;
    private readonly Assembly _assembly;
    private readonly XmlComments _comments;
    private readonly ProseReader _prose;
    private readonly ParameterReader _parameters;

    /// <summary>Opens an assembly.</summary>
    /// <param name="assemblyPath">The assembly that holds the cmdlets.</param>
    /// <param name="references">The assemblies that it was compiled against.</param>
    public CmdletReader(string assemblyPath, IReadOnlyList<string> references)
    {
        _context = new MetadataLoadContext(new PathAssemblyResolver([assemblyPath, .. references]));
        _assembly = _context.LoadFromAssemblyPath(Path.GetFullPath(assemblyPath));
        _comments = new XmlComments([assemblyPath, .. references]);
        _prose = new ProseReader(NameOf);
        _parameters = new ParameterReader(_comments, _prose);
    }

    /// <summary>Reads every public cmdlet, by name.</summary>
    public IReadOnlyList<CmdletHelp> Read() =>
        [.. _assembly.GetExportedTypes().Where(type => NameOf(type) is not null).Select(Read).OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public void Dispose() => _context.Dispose();

    private CmdletHelp Read(Type type)
    {
        var comment = _comments.Of(type);
        var cmdlet = type.FindAttribute(PowerShell + "CmdletAttribute")!;
        return new CmdletHelp(
            NameOf(type)!,
            type.FullName!,
            _prose.Sentence(comment?.Element("summary")),
            _prose.Paragraphs(comment?.Element("remarks")),
            cmdlet.Named<string>("DefaultParameterSetName"),
            [.. _parameters.Read(type).OrderBy(parameter => parameter.Place.Position ?? int.MaxValue)],
            [.. Outputs(type)],
            [.. (comment?.Elements("example") ?? []).Select(Example).OfType<ExampleHelp>()],
            [.. (comment?.Elements("seealso") ?? []).Select(link => NameOf(link.Attribute("cref")!.Value))]);
    }

    private ExampleHelp? Example(XElement element) =>
        element.Element("code") is { } code ? new ExampleHelp(ProseReader.Code(code), _prose.Paragraphs(element)) : null;

    private IEnumerable<OutputHelp> Outputs(Type type) =>
        from attribute in type.GetCustomAttributesData()
        where attribute.AttributeType.FullName == PowerShell + "OutputTypeAttribute"
        from argument in (IReadOnlyList<CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!
        let output = (Type)argument.Value!
        let description = _prose.Paragraphs(_comments.Of(output)?.Element("summary"))
        select new OutputHelp(output.FullName!, output.Namespace!.StartsWith("System", StringComparison.Ordinal) ? [new Prose(output.Name, output.Name)] : description);

    private static string? NameOf(Type type) =>
        !type.IsAbstract && type.FindAttribute(PowerShell + "CmdletAttribute") is { ConstructorArguments: [var verb, var noun] } ? $"{verb.Value}-{noun.Value}" : null;

    /// <summary>A cmdlet's class is called as the cmdlet, its property as the parameter, anything else by its own name.</summary>
    private string NameOf(string reference)
    {
        var id = reference[2..];
        if (_assembly.GetType(id) is { } type)
            return NameOf(type) ?? type.Name;

        var name = id[(id.LastIndexOf('.') + 1)..];
        var isParameter = reference.StartsWith("P:", StringComparison.Ordinal)
            && _assembly.GetType(id[..^(name.Length + 1)])?.GetProperty(name)?.FindAttribute(PowerShell + "ParameterAttribute") is not null;
        return isParameter ? "-" + name : name;
    }
}
