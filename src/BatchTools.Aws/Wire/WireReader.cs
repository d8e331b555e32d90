using System.Globalization;
using System.Text.Json;

namespace BatchTools.Aws.Wire;

/// <summary>
/// Reads a service's JSON tolerantly: services add members and values, so unknown ones are left out or kept as they
/// are, and nulls count as absent. What cannot be the model's type is a <see cref="JsonException"/>.
/// </summary>
/// <param name="json">The JSON.</param>
/// <param name="maxDepth">How deep it may nest.</param>
internal ref struct WireReader(ReadOnlySpan<byte> json, int maxDepth)
{
    private Utf8JsonReader _reader = new(json, new JsonReaderOptions { MaxDepth = maxDepth, CommentHandling = JsonCommentHandling.Disallow });

    /// <summary>Goes to the first token.</summary>
    public void Start() => _reader.Read();

    /// <summary>Enters an object.</summary>
    public readonly void EnterObject() => Expect(JsonTokenType.StartObject);

    /// <summary>Goes to the next member that is not null; false after the last one.</summary>
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

    /// <summary>Leaves out a member that this client does not know yet.</summary>
    public void SkipValue() => _reader.Skip();

    /// <summary>Reads a text.</summary>
    public readonly string ReadText()
    {
        Expect(JsonTokenType.String);
        return _reader.GetString()!;
    }

    /// <summary>Reads a truth value.</summary>
    public readonly bool ReadBoolean() => _reader.TokenType is JsonTokenType.True or JsonTokenType.False
        ? _reader.GetBoolean()
        : throw Unexpected();

    /// <summary>Reads a whole number of 32 bits.</summary>
    public readonly int ReadInteger() => _reader.TokenType == JsonTokenType.Number && _reader.TryGetInt32(out var number) ? number : throw Unexpected();

    /// <summary>Reads a whole number of 64 bits.</summary>
    public readonly long ReadLong() => _reader.TokenType == JsonTokenType.Number && _reader.TryGetInt64(out var number) ? number : throw Unexpected();

    /// <summary>Reads a number; a service may spell what JSON cannot: NaN, Infinity, -Infinity.</summary>
    public readonly double ReadDouble() => _reader.TokenType switch
    {
        JsonTokenType.Number => _reader.GetDouble(),
        JsonTokenType.String when double.TryParse(_reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw Unexpected(),
    };

    /// <summary>Reads a number of 32 bits.</summary>
    public readonly float ReadFloat() => (float)ReadDouble();

    /// <summary>Reads a moment: seconds since 1970.</summary>
    public readonly DateTime ReadTimestamp() => Moment(ReadDouble() * 1000);

    /// <summary>Reads a moment that the model calls a number of milliseconds since 1970.</summary>
    public readonly DateTime ReadMilliseconds() => Moment(ReadLong());

    /// <summary>Reads a list, without its nulls.</summary>
    public List<T> ReadList<T>(ReadValue<T> read)
    {
        Expect(JsonTokenType.StartArray);
        var items = new List<T>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (_reader.TokenType != JsonTokenType.Null)
                items.Add(read(ref this));
        }
        return items;
    }

    /// <summary>Reads a map, without its nulls.</summary>
    public Dictionary<string, T> ReadMap<T>(ReadValue<T> read)
    {
        Expect(JsonTokenType.StartObject);
        var entries = new Dictionary<string, T>();
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = _reader.GetString()!;
            _reader.Read();
            if (_reader.TokenType != JsonTokenType.Null)
                entries[key] = read(ref this);
        }
        return entries;
    }

    private static DateTime Moment(double milliseconds) =>
        milliseconds >= (DateTime.MinValue - DateTime.UnixEpoch).TotalMilliseconds && milliseconds <= (DateTime.MaxValue - DateTime.UnixEpoch).TotalMilliseconds
            ? DateTime.UnixEpoch.AddMilliseconds(milliseconds)
            : throw new JsonException($"{milliseconds} milliseconds since 1970 is no time that can be shown.");

    private readonly void Expect(JsonTokenType type)
    {
        if (_reader.TokenType != type)
            throw Unexpected();
    }

    private readonly JsonException Unexpected() =>
        new($"Unexpected {_reader.TokenType} in the service's answer at byte {_reader.TokenStartIndex}.");
}
