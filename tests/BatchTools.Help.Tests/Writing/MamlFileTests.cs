using System.Xml.Linq;
using BatchTools.Help.Writing;

namespace BatchTools.Help.Tests.Writing;

public sealed class MamlFileTests
{
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XDocument Help = MamlFile.Document(BuiltModule.Cmdlets);

    [Fact]
    public void Every_cmdlet_is_there_once() =>
        Assert.Equal(
            BuiltModule.Cmdlets.Select(cmdlet => cmdlet.Name),
            Help.Descendants(Command + "details").Select(details => details.Element(Command + "name")!.Value));

    [Fact]
    public void Each_parameter_set_has_its_own_syntax()
    {
        var submit = Help.Descendants(Command + "command").Single(command => command.Element(Command + "details")!.Element(Command + "name")!.Value == "Submit-BatchJob");

        var syntax = submit.Element(Command + "syntax")!.Elements(Command + "syntaxItem").ToList();

        Assert.Equal(3, syntax.Count);
        Assert.All(syntax, set => Assert.Contains(set.Elements(Command + "parameter"), parameter => parameter.Element(Maml + "name")!.Value == "JobName"));
        Assert.Single(syntax, set => set.Elements(Command + "parameter").Any(parameter => parameter.Element(Maml + "name")!.Value == "InputObject"));
        Assert.Single(syntax, set => set.Elements(Command + "parameter").Any(parameter => parameter.Element(Maml + "name")!.Value == "Path"));
    }

    [Fact]
    public void The_file_is_where_Get_Help_looks_for_it() =>
        Assert.True(File.Exists(BuiltModule.PathOf("module", "bin", "en-US", "BatchTools.PowerShell.dll-Help.xml")));
}
