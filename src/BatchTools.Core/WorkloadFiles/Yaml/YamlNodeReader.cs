using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BatchTools.WorkloadFiles;

/// <summary>
/// Reads YAML into nodes that know their places: from the events of the parser, so that nothing in a file can name a type.
/// Plain scalars are those of YAML 1.2; anchors, aliases and <c>&lt;&lt;</c> are written out, within bounds.
/// </summary>
internal sealed class YamlNodeReader
{
    private readonly string _file;
    private readonly SourceProblems _problems;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly YamlAnchors _anchors = new();
    private int _depth;

    private YamlNodeReader(string text, string file, SourceProblems problems)
    {
        (_file, _problems) = (file, problems);
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>The value that the text holds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">What messages call the text.</param>
    /// <param name="problems">Takes members that are given twice.</param>
    /// <exception cref="BatchException">The text is no YAML, or has what a workload file may not have.</exception>
    public static SourceNode Read(string text, string file, SourceProblems problems)
    {
        try
        {
            return new YamlNodeReader(text, file, problems).ReadDocument();
        }
        catch (YamlException exception)
        {
            throw YamlFault.Explain(exception, text, file);
        }
    }

    private SourceNode ReadDocument()
    {
        Next(); // the start of the stream
        if (Next() is not DocumentStart)
            throw BatchException.For(nameof(Messages.FileEmpty), ErrorKind.InvalidInput, _file, new SourcePlace(_file, 1, 1));
        var root = ReadValue(Next());
        Next(); // the end of the document
        return Next() is DocumentStart second ? throw Fault(nameof(Messages.YamlDocuments), Place(second)) : root;
    }

    private ParsingEvent Next()
    {
        try
        {
            return _parser.MoveNext() ? _parser.Current! : throw new YamlException(_scanner.CurrentPosition, _scanner.CurrentPosition, "The text ends too early");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // The parser has its slips where the text has mistakes.
            throw new YamlException(_scanner.CurrentPosition, _scanner.CurrentPosition, "A value or a closing bracket is missing", exception);
        }
    }

    private SourceNode ReadValue(ParsingEvent start)
    {
        var place = Place(start);
        if (start is AnchorAlias alias)
            return _anchors.Copy(alias.Value.Value, place);
        if (start is not NodeEvent node)
            throw new YamlException(start.Start, start.Start, "A value is missing");
        if (!YamlScalars.IsKnown(node.Tag))
            throw Fault(nameof(Messages.YamlTag), place, node.Tag.Value);
        if (++_depth > JsonNodeReader.MaxDepth)
            throw Fault(nameof(Messages.JsonTooDeep), place, JsonNodeReader.MaxDepth);
        var name = node.Anchor.IsEmpty ? null : node.Anchor.Value;
        _anchors.Open(name);
        SourceNode value = start switch
        {
            MappingStart => ReadObject(new(place)),
            SequenceStart => ReadArray(new(place)),
            _ => YamlScalars.Read((Scalar)start, place),
        };
        _anchors.Close(name, value);
        _depth--;
        return value;
    }

    private SourceArray ReadArray(SourceArray node)
    {
        for (var item = Next(); item is not SequenceEnd; item = Next())
            node.Add(ReadValue(item));
        return node;
    }

    private SourceObject ReadObject(SourceObject node)
    {
        var places = new Dictionary<string, SourcePlace>(StringComparer.Ordinal);
        var merged = new List<SourceObject>();
        for (var start = Next(); start is not MappingEnd; start = Next())
        {
            var place = Place(start);
            if (start is not Scalar key)
                throw Fault(nameof(Messages.YamlName), place, start is AnchorAlias ? "an alias" : "an object or a list");
            var value = ReadValue(Next());
            if (key is { Value: "<<", Style: ScalarStyle.Plain })
                merged.AddRange(Merged(value, place));
            else if (places.TryAdd(key.Value, place))
                node.Add(new SourceMember(key.Value, place, value));
            else
                _problems.Add(nameof(Messages.MemberTwice), place.ToString(), key.Value, places[key.Value].Line);
        }

        foreach (var member in merged.SelectMany(other => other.Members).Where(member => node.Find(member.Name) is null).ToList())
        {
            if (node.Find(member.Name) is null) // the first of several that are merged wins
                node.Add(member);
        }

        return node;
    }

    private static IEnumerable<SourceObject> Merged(SourceNode value, SourcePlace place) => value switch
    {
        SourceObject one => [one],
        SourceArray list when list.Items.All(item => item is SourceObject) => list.Items.Cast<SourceObject>(),
        _ => throw Fault(nameof(Messages.YamlMerge), place, value.Kind),
    };

    private SourcePlace Place(ParsingEvent at) => new(_file, (int)at.Start.Line, (int)at.Start.Column);

    private static BatchException Fault(string errorId, SourcePlace place, params object?[] args) =>
        BatchException.For(errorId, ErrorKind.InvalidInput, place.File, [place, .. args]);
}
