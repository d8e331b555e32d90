using BatchTools.Help.Writing;

namespace BatchTools.Help.Tests.Writing;

public sealed class MarkdownFolderTests
{
    [Fact]
    public void The_pages_in_docs_are_what_the_code_says()
    {
        var folder = BuiltModule.PathOf("docs", "cmdlets");
        var pages = MarkdownFolder.Pages(BuiltModule.Cmdlets);

        var stale = pages.Where(page => !File.Exists(Path.Combine(folder, page.Key)) || File.ReadAllText(Path.Combine(folder, page.Key)) != page.Value);
        var extra = Directory.GetFiles(folder, "*.md").Select(file => Path.GetFileName(file)).Except(pages.Keys);

        Assert.True(!stale.Any() && !extra.Any(), $"Run ./build.ps1 and commit docs/cmdlets: {string.Join(", ", stale.Select(page => page.Key).Concat(extra))}");
    }

    [Fact]
    public void Writing_deletes_pages_of_cmdlets_that_are_gone()
    {
        var folder = Directory.CreateTempSubdirectory("help").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Get-Gone.md"), "");

            MarkdownFolder.Write(folder, BuiltModule.Cmdlets);

            Assert.False(File.Exists(Path.Combine(folder, "Get-Gone.md")));
            Assert.True(File.Exists(Path.Combine(folder, "Wait-BatchJob.md")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Syntax_lines_are_not_too_long_to_read() =>
        Assert.All(
            from cmdlet in BuiltModule.Cmdlets
            from set in cmdlet.ParameterSets
            from line in SyntaxLine.Of(cmdlet, set).Split('\n')
            select line,
            line => Assert.InRange(line.Length, 1, 110));
}
