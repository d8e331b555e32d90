using System.Text;
using BatchTools.Help.Model;

namespace BatchTools.Help.Writing;

/// <summary>A page a cmdlet, and a table of them all.</summary>
internal static class MarkdownFolder
{
    /// <summary>Writes the pages, and deletes pages of cmdlets that are gone.</summary>
    public static void Write(string folder, IReadOnlyList<CmdletHelp> cmdlets)
    {
        Directory.CreateDirectory(folder);
        var pages = Pages(cmdlets);
        foreach (var stale in Directory.EnumerateFiles(folder, "*.md").Where(file => !pages.ContainsKey(Path.GetFileName(file))))
            File.Delete(stale);
        foreach (var (name, text) in pages)
            File.WriteAllText(Path.Combine(folder, name), text);
    }

    /// <summary>Makes the pages, by file name.</summary>
    public static IReadOnlyDictionary<string, string> Pages(IReadOnlyList<CmdletHelp> cmdlets)
    {
        var pages = cmdlets.ToDictionary(cmdlet => cmdlet.Name + ".md", Page);
        pages["README.md"] = Index(cmdlets);
        return pages;
    }

    private static string Index(IReadOnlyList<CmdletHelp> cmdlets)
    {
        var page = new StringBuilder("# Cmdlets\n\nMade from the doc comments of `src/BatchTools.PowerShell/Commands` by `./build.ps1`; the same text is in `Get-Help`.\n\n| cmdlet | what it does |\n|---|---|\n");
        foreach (var cmdlet in cmdlets)
            page.Append($"| [{cmdlet.Name}]({cmdlet.Name}.md) | {Cell(cmdlet.Synopsis)} |\n");
        return page.ToString();
    }

    private static string Page(CmdletHelp cmdlet)
    {
        var page = new StringBuilder($"# {cmdlet.Name}\n\n{cmdlet.Synopsis.Markdown}\n\n## Syntax\n\n");
        foreach (var set in cmdlet.ParameterSets)
            page.Append($"```powershell\n{SyntaxLine.Of(cmdlet, set)}\n```\n\n");

        if (cmdlet.Description.Count > 0)
            page.Append("## Description\n\n").Append(Text(cmdlet.Description));

        page.Append("## Examples\n\n");
        foreach (var (example, number) in cmdlet.Examples.Select((example, index) => (example, index + 1)))
            page.Append($"### Example {number}\n\n```powershell\n{example.Code}\n```\n\n").Append(Text(example.Remarks));

        page.Append("## Parameters\n\n");
        foreach (var parameter in cmdlet.Parameters)
            page.Append(Section(parameter));

        page.Append("## Outputs\n\n");
        foreach (var output in cmdlet.Outputs)
            page.Append($"**{output.TypeName}**: ").Append(Text(output.Description));

        if (cmdlet.Related.Count > 0)
            page.Append("## Related\n\n").AppendJoin(" · ", cmdlet.Related.Select(name => $"[{name}]({name}.md)")).Append('\n');
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Section(ParameterHelp parameter)
    {
        List<string> facts = [$"`{parameter.TypeName}`"];
        if (parameter.Aliases.Count > 0)
            facts.Add("alias " + string.Join(", ", parameter.Aliases.Select(alias => $"`-{alias}`")));
        if (parameter.Place.Mandatory)
            facts.Add(parameter.Places.Values.All(place => place.Mandatory) && parameter.Places.ContainsKey(ParameterHelp.EverySet) ? "required" : "required in its set");
        if (parameter.Place.Position is { } position)
            facts.Add($"position {position}");
        if (parameter.PipelineInput != "False")
            facts.Add(parameter.PipelineInput.Replace("True", "from the pipeline", StringComparison.Ordinal));
        if (parameter.Wildcards)
            facts.Add("wildcards");
        if (parameter.Values.Count > 0)
            facts.Add("one of " + string.Join(", ", parameter.Values.Select(value => $"`{value}`")));
        return $"### -{parameter.Name}\n\n{Text(parameter.Description)}{string.Join(" · ", facts)}\n\n";
    }

    private static string Text(IEnumerable<Prose> paragraphs) => string.Concat(paragraphs.Select(paragraph => paragraph.Markdown + "\n\n"));

    private static string Cell(Prose prose) => prose.Markdown.Replace("|", "\\|", StringComparison.Ordinal);
}
