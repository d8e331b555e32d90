using BatchTools.Help.Reading;
using BatchTools.Help.Writing;

namespace BatchTools.Help;

/// <summary>Makes help out of the built cmdlets: <c>Help ASSEMBLY REFERENCES [--maml FILE] [--docs FOLDER]</c>.</summary>
internal static class Program
{
    /// <summary>
    /// Reads ASSEMBLY and, beside it and beside its references, the documentation files; REFERENCES is a file with one
    /// assembly path a line. What a cmdlet lacks (a description, an example) is an error of the build.
    /// </summary>
    public static int Main(string[] args)
    {
        if (args is not [var assembly, var references, .. var outputs] || outputs.Length % 2 != 0)
        {
            Console.Error.WriteLine("Usage: BatchTools.Help ASSEMBLY REFERENCES [--maml FILE] [--docs FOLDER]");
            return 2;
        }

        using var reader = new CmdletReader(assembly, File.ReadAllLines(references));
        var cmdlets = reader.Read();
        var gaps = cmdlets.SelectMany(HelpGaps.Of).ToList();
        gaps.ForEach(gap => Console.Error.WriteLine($"{assembly} : error BTHELP : {gap}"));

        foreach (var output in outputs.Chunk(2))
            Write(output[0], output[1], cmdlets);
        return gaps.Count == 0 ? 0 : 1;
    }

    private static void Write(string kind, string path, IReadOnlyList<Model.CmdletHelp> cmdlets)
    {
        switch (kind)
        {
            case "--maml":
                MamlFile.Write(path, cmdlets);
                break;
            case "--docs":
                MarkdownFolder.Write(path, cmdlets);
                break;
            default:
                throw new ArgumentException($"'{kind}' is no output. Use --maml or --docs.", nameof(kind));
        }
    }
}
