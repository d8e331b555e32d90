using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using BatchTools.Help.Model;

namespace BatchTools.Help.Writing;

/// <summary>The file that <c>Get-Help</c> reads: MAML, one command element a cmdlet.</summary>
internal static class MamlFile
{
    private static readonly XNamespace Help = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Writes the help of some cmdlets.</summary>
    public static void Write(string path, IEnumerable<CmdletHelp> cmdlets)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var writer = XmlWriter.Create(path, new XmlWriterSettings { Indent = true });
        Document(cmdlets).Save(writer);
    }

    /// <summary>Makes the document.</summary>
    public static XDocument Document(IEnumerable<CmdletHelp> cmdlets) => new(
        new XElement(
            Help + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            cmdlets.Select(Element)));

    private static XElement Element(CmdletHelp cmdlet) => new(
        Command + "command",
        new XElement(
            Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            new XElement(Command + "verb", cmdlet.Verb),
            new XElement(Command + "noun", cmdlet.Noun),
            Paragraphs(Maml + "description", [cmdlet.Synopsis])),
        Paragraphs(Maml + "description", cmdlet.Description),
        new XElement(Command + "syntax", cmdlet.ParameterSets.Select(set => Syntax(cmdlet, set))),
        new XElement(Command + "parameters", cmdlet.Parameters.Select(parameter => Parameter(parameter, parameter.Place))),
        new XElement(
            Command + "inputTypes",
            cmdlet.Parameters.Where(parameter => parameter.Places.Values.Any(place => place.ByValue)).Select(parameter => new XElement(
                Command + "inputType",
                new XElement(Dev + "type", new XElement(Maml + "name", parameter.TypeName)),
                Paragraphs(Maml + "description", parameter.Description)))),
        new XElement(
            Command + "returnValues",
            cmdlet.Outputs.Select(output => new XElement(
                Command + "returnValue",
                new XElement(Dev + "type", new XElement(Maml + "name", output.TypeName)),
                Paragraphs(Maml + "description", output.Description)))),
        new XElement(Command + "examples", cmdlet.Examples.Select((example, index) => Example(example, index + 1))),
        new XElement(
            Command + "relatedLinks",
            cmdlet.Related.Select(name => new XElement(Maml + "navigationLink", new XElement(Maml + "linkText", name), new XElement(Maml + "uri")))));

    private static XElement Syntax(CmdletHelp cmdlet, string set) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", cmdlet.Name),
        cmdlet.In(set).Select(entry => Parameter(entry.Parameter, entry.Place)));

    private static XElement Parameter(ParameterHelp parameter, ParameterPlace place) => new(
        Command + "parameter",
        new XAttribute("required", place.Mandatory ? "true" : "false"),
        new XAttribute("variableLength", parameter.TypeName.EndsWith("[]", StringComparison.Ordinal) ? "true" : "false"),
        new XAttribute("globbing", parameter.Wildcards ? "true" : "false"),
        new XAttribute("pipelineInput", parameter.PipelineInput),
        new XAttribute("position", place.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(Maml + "name", parameter.Name),
        Paragraphs(Maml + "description", parameter.Description),
        parameter.Values.Count == 0 ? null : new XElement(
            Command + "parameterValueGroup",
            parameter.Values.Select(value => new XElement(Command + "parameterValue", new XAttribute("required", "false"), new XAttribute("variableLength", "false"), value))),
        parameter.IsSwitch ? null : new XElement(Command + "parameterValue", new XAttribute("required", "true"), new XAttribute("variableLength", "false"), parameter.TypeName),
        new XElement(Dev + "type", new XElement(Maml + "name", parameter.TypeName), new XElement(Maml + "uri")),
        new XElement(Dev + "defaultValue", parameter.IsSwitch ? "False" : "None"));

    private static XElement Example(ExampleHelp example, int number) => new(
        Command + "example",
        new XElement(Maml + "title", $"-------------------------- Example {number} --------------------------"),
        new XElement(Dev + "code", example.Code),
        Paragraphs(Dev + "remarks", example.Remarks));

    private static XElement Paragraphs(XName name, IEnumerable<Prose> paragraphs) =>
        new(name, paragraphs.Select(paragraph => new XElement(Maml + "para", paragraph.Plain)));
}
