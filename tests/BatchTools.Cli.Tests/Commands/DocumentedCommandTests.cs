using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using BatchTools.Cli.Commands;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Tests.Commands;

/// <summary>Every command line of the pages and of the help is one that `batchtools` takes.</summary>
public sealed partial class DocumentedCommandTests
{
    private static readonly string Root = typeof(DocumentedCommandTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    private static RootCommand Commands { get; } = CommandLine.Root(Terminal.On(TextWriter.Null, TextWriter.Null));

    public static TheoryData<string> OfPages() =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Root, "README.md"))
            .SelectMany(page => Fence().Matches(File.ReadAllText(page)).SelectMany(fence => fence.Value.Split('\n')))
            .Select(line => Command().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .Distinct(StringComparer.Ordinal)];

    public static TheoryData<string> OfHelp() =>
        [.. Commands.Subcommands.OfType<ExampleCommand>()
            .SelectMany(command => command.Examples.Split('\n'))
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("batchtools ", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(OfPages))]
    [MemberData(nameof(OfHelp))]
    public void It_is_taken(string line) => Assert.Empty(Commands.Parse(Words(line)).Errors.Select(error => error.Message));

    [Fact]
    public void There_are_such_lines() => Assert.True(OfPages().Count >= 5);

    // As a shell would: quotes keep words together, what a shell puts in is a word, and what follows is not the command's.
    private static IReadOnlyList<string> Words(string line)
    {
        var words = Word().Matches(Redirection().Replace(Substitution().Replace(line, "x"), "")).Select(match => match.Value.Trim('\'', '"')).ToArray();
        return words[1..];
    }

    [GeneratedRegex("(?ms)^```(?:sh|yaml|powershell|)\\n.*?^```")]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?:^|[\s/])(batchtools (?:run|plan|register|submit|wait|jobs|logs|stop|report|serve)\b.*)$")]
    private static partial Regex Command();

    [GeneratedRegex(@"\$\([^)]*\)")]
    private static partial Regex Substitution();

    [GeneratedRegex(@"\s(?:>>?|\||&|#|;)(?:\s|$).*$")]
    private static partial Regex Redirection();

    [GeneratedRegex("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+")]
    private static partial Regex Word();
}
