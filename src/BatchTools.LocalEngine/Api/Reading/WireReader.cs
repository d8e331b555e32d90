using System.Text.Json;

namespace BatchTools.LocalEngine.Api;

/// <summary>Reads one value out of JSON.</summary>
/// <typeparam name="T">The value's type.</typeparam>
internal delegate T ReadValue<T>(ref WireReader reader);

/// <summary>
/// Reads a request's JSON strictly: each method takes exactly its type or fails with a SerializationException that
/// names the place. Nesting and the number of items are bounded.
/// </summary>
internal ref struct WireReader
{
    /// <summary>How deep objects and lists may nest.</summary>
    public const int MaxDepth = 64;

    /// <summary>How many list items and map entries one request may hold in all.</summary>
    public const int MaxItems = 100_000;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    private readonly ReadOnlySpan<byte> _json;
    private Utf8JsonReader _reader;
    private int _items;

    private WireReader(ReadOnlySpan<byte> json)
    {
        _json = json;
        _reader = new(json, Options);
    }

    /// <summary>Reads a whole body; an empty one counts as an object without members.</summary>
    /// <exception cref="ServiceError">SerializationException: it is no JSON, or not of the types that <paramref name="read"/> takes.</exception>
    public static T ReadBody<T>(ReadOnlySpan<byte> json, ReadValue<T> read)
    {
        if (json.IsEmpty)
            json = "{}"u8;
        if (!System.Text.Unicode.Utf8.IsValid(json))
            throw ServiceError.Serialization("The body is not valid UTF-8.");
        var reader = new WireReader(json);
        try
        {
            reader._reader.Read();
            var value = read(ref reader);
            reader._reader.Read();
            return value;
        }
        catch (JsonException e)
        {
            throw ServiceError.Serialization($"The body is not valid JSON: {e.Message}");
        }
        // The reader's way to say that an escape such as \ud800 is no character.
        catch (InvalidOperationException)
        {
            throw reader.Fail("text that is no valid Unicode");
        }
    }

    /// <summary>Enters an object.</summary>
    public readonly void EnterObject() => Expect(JsonTokenType.StartObject, "an object");

    /// <summary>Goes to the next member that is not null, on its value's name; false after the last one.</summary>
    public bool NextMember()
    {
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var ahead = _reader;
            ahead.Read();
            if (ahead.TokenType != JsonTokenType.Null)
                return true;
            _reader = ahead;
        }
        return false;
    }

    /// <summary>Whether the member's name is this one; if so the reader goes on to its value.</summary>
    public bool Named(ReadOnlySpan<byte> name)
    {
        if (!_reader.ValueTextEquals(name))
            return false;
        _reader.Read();
        return true;
    }

    /// <summary>Leaves out a member that the operation does not know, as AWS does.</summary>
    public void SkipValue() => _reader.Skip();

    /// <summary>Reads a text.</summary>
    public readonly string ReadText()
    {
        Expect(JsonTokenType.String, "a string");
        return _reader.GetString()!;
    }

    /// <summary>Reads a truth value.</summary>
    public readonly bool ReadBoolean() => _reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Fail($"{Found()} where a boolean is expected"),
    };

    /// <summary>Reads a whole number of 32 bits.</summary>
    public readonly int ReadInteger()
    {
        Expect(JsonTokenType.Number, "an integer");
        return _reader.TryGetInt32(out var number) ? number : throw Fail($"{Found()} where an integer of 32 bits is expected");
    }

    /// <summary>Reads a whole number of 64 bits.</summary>
    public readonly long ReadLong()
    {
        Expect(JsonTokenType.Number, "an integer");
        return _reader.TryGetInt64(out var number) ? number : throw Fail($"{Found()} where an integer of 64 bits is expected");
    }

    /// <summary>Reads a finite number.</summary>
    public readonly double ReadDouble()
    {
        Expect(JsonTokenType.Number, "a number");
        return _reader.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Fail($"{Found()} where a number of 64 bits is expected");
    }

    /// <summary>Reads a finite number of 32 bits.</summary>
    public readonly float ReadFloat()
    {
        Expect(JsonTokenType.Number, "a number");
        return _reader.TryGetSingle(out var number) && float.IsFinite(number) ? number : throw Fail($"{Found()} where a number of 32 bits is expected");
    }

    /// <summary>Reads a moment: seconds since 1970.</summary>
    public readonly double ReadTimestamp() => ReadDouble();

    /// <summary>Reads a list; a null in it is an error.</summary>
    public List<T> ReadList<T>(ReadValue<T> read)
    {
        Expect(JsonTokenType.StartArray, "a list");
        var items = new List<T>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            CountItem();
            items.Add(read(ref this));
        }
        return items;
    }

    /// <summary>Reads a map; a null value in it is an error, and of two equal keys the last one counts.</summary>
    public Dictionary<string, T> ReadMap<T>(ReadValue<T> read)
    {
        Expect(JsonTokenType.StartObject, "an object");
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            CountItem();
            var key = _reader.GetString()!;
            _reader.Read();
            entries[key] = read(ref this);
        }
        return entries;
    }

    private void CountItem()
    {
        if (++_items > MaxItems)
            throw Fail($"more than {MaxItems} items");
    }

    private readonly void Expect(JsonTokenType type, string expected)
    {
        if (_reader.TokenType != type)
            throw Fail($"{Found()} where {expected} is expected");
    }

    private readonly string Found() => _reader.TokenType switch
    {
        JsonTokenType.Null => "null",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => Shortened.Text(System.Text.Encoding.UTF8.GetString(_reader.ValueSpan)),
        _ => "nothing",
    };

    private readonly ServiceError Fail(string what) =>
        ServiceError.Serialization($"At '{JsonPath.At(_json, _reader.TokenStartIndex)}': {what}.");
}
