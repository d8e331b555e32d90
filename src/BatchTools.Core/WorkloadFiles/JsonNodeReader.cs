using System.Text;
using System.Text.Json;

namespace BatchTools.WorkloadFiles;

/// <summary>Reads JSON into nodes that know their places.</summary>
internal ref struct JsonNodeReader
{
    /// <summary>How deep objects and lists may nest; AWS's own shapes need a dozen levels.</summary>
    public const int MaxDepth = 64;

    private readonly string _file;
    private readonly SourceProblems _problems;
    private Utf8JsonReader _reader;
    private PlaceCursor _cursor;
    private int _end;

    private JsonNodeReader(ReadOnlySpan<byte> text, string file, SourceProblems problems)
    {
        _file = file;
        _problems = problems;
        _cursor = new(text, file);
        _reader = new(text, new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = MaxDepth + 1, // one more than allowed here, so that the limit is told in our words
        });
    }

    /// <summary>The value that the text holds.</summary>
    /// <param name="text">Valid UTF-8.</param>
    /// <param name="file">What messages call the text.</param>
    /// <param name="problems">Takes members that are given twice.</param>
    /// <exception cref="BatchException">The text is no JSON.</exception>
    public static SourceNode Read(ReadOnlySpan<byte> text, string file, SourceProblems problems)
    {
        var reader = new JsonNodeReader(text, file, problems);
        var open = new Stack<SourceNode>();
        try
        {
            reader.Next();
            var root = reader.ReadValue(open);
            reader.Next(); // what follows the value is an error
            return root;
        }
        catch (JsonException exception)
        {
            throw new JsonFault(text, reader._reader.TokenType, reader._end, open).Explain(exception, file);
        }
    }

    private bool Next()
    {
        var more = _reader.Read();
        _end = (int)_reader.BytesConsumed;
        return more;
    }

    private SourceNode ReadValue(Stack<SourceNode> open)
    {
        var place = Place();
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(new(place), open);
            case JsonTokenType.StartArray:
                return ReadArray(new(place), open);
            case JsonTokenType.String:
                return new SourceScalar(place, SourceScalarType.Text, ReadString(place));
            case JsonTokenType.Number:
                return new SourceScalar(place, SourceScalarType.Number, Encoding.UTF8.GetString(_reader.ValueSpan));
            case JsonTokenType.Null:
                return new SourceScalar(place, SourceScalarType.Null, "null");
            default:
                return new SourceScalar(place, SourceScalarType.Boolean, _reader.GetBoolean() ? "true" : "false");
        }
    }

    private SourceObject ReadObject(SourceObject node, Stack<SourceNode> open)
    {
        Enter(node, open);
        var places = new Dictionary<string, SourcePlace>(StringComparer.Ordinal);
        while (Next() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var place = Place();
            var name = ReadString(place);
            Next();
            var member = new SourceMember(name, place, ReadValue(open));
            if (places.TryAdd(name, place))
                node.Add(member);
            else
                _problems.Add(nameof(Messages.MemberTwice), place.ToString(), name, places[name].Line);
        }

        open.Pop();
        return node;
    }

    private SourceArray ReadArray(SourceArray node, Stack<SourceNode> open)
    {
        Enter(node, open);
        while (Next() && _reader.TokenType != JsonTokenType.EndArray)
            node.Add(ReadValue(open));
        open.Pop();
        return node;
    }

    private readonly void Enter(SourceNode node, Stack<SourceNode> open)
    {
        open.Push(node);
        if (open.Count > MaxDepth)
            throw BatchException.For(nameof(Messages.JsonTooDeep), ErrorKind.InvalidInput, _file, node.Where, MaxDepth);
    }

    private readonly string ReadString(SourcePlace place)
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException exception) // half of a surrogate pair, written as an escape
        {
            throw BatchException.From(exception, nameof(Messages.JsonHalfCharacter), ErrorKind.InvalidInput, _file, place);
        }
    }

    private SourcePlace Place() => _cursor.MoveTo((int)_reader.TokenStartIndex);
}
