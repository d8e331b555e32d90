using YamlDotNet.Core;

namespace BatchTools.WorkloadFiles;

/// <summary>Says in one line where YAML breaks, and what to do.</summary>
internal static class YamlFault
{
    /// <summary>The error for what the parser threw.</summary>
    /// <param name="exception">What it threw.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="file">What messages call the text.</param>
    public static BatchException Explain(YamlException exception, string text, string file)
    {
        var place = new SourcePlace(file, (int)Math.Max(1, exception.Start.Line), (int)Math.Max(1, exception.Start.Column));
        if (Tab(text, place.Line, (int)exception.End.Line + 1) is { } tab)
            return For(exception, nameof(Messages.YamlTab), new SourcePlace(file, tab.Line, tab.Column));
        var reason = exception.Message.TrimEnd('.');
        return For(exception, nameof(Messages.YamlSyntax), place, char.ToLowerInvariant(reason[0]) + reason[1..]);
    }

    // The parser tells of what a tab leads to, often in the line before.
    private static (int Line, int Column)? Tab(string text, int from, int to)
    {
        foreach (var (number, line) in text.Split('\n').Select((line, index) => (index + 1, line)).Skip(from - 1).Take(to - from + 1))
        {
            var indent = line[..(line.Length - line.TrimStart().Length)];
            if (indent.IndexOf('\t') is >= 0 and var tab)
                return (number, tab + 1);
        }

        return null;
    }

    private static BatchException For(Exception cause, string errorId, SourcePlace place, params object?[] args) =>
        BatchException.From(cause, errorId, ErrorKind.InvalidInput, place.File, [place, .. args]);
}
