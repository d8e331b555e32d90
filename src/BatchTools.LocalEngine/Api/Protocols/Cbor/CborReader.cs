using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Unicode;

namespace BatchTools.LocalEngine.Api;

/// <summary>
/// Turns CBOR (RFC 8949) into JSON: numbers, texts, truth values, lists, maps with texts as keys, and times (tag 1). What JSON
/// cannot hold (byte strings, numbers that are not finite) is refused, for no operation takes it.
/// </summary>
internal ref struct CborReader
{
    private const int Indefinite = 31;
    private const byte Break = 0xFF;

    private readonly ReadOnlySpan<byte> _data;
    private readonly Utf8JsonWriter _json;
    private int _at;
    private int _depth;

    private CborReader(ReadOnlySpan<byte> data, Utf8JsonWriter json)
    {
        _data = data;
        _json = json;
    }

    /// <summary>Writes a whole body as JSON.</summary>
    /// <exception cref="ServiceError">SerializationException: it is no CBOR, or holds what JSON cannot.</exception>
    public static void Read(ReadOnlySpan<byte> data, Utf8JsonWriter json)
    {
        var reader = new CborReader(data, json);
        reader.Value();
        if (reader._at < data.Length)
            throw reader.Fail("more follows the value");
    }

    private void Value()
    {
        if (++_depth > WireReader.MaxDepth)
            throw Fail($"more than {WireReader.MaxDepth} values within each other");
        var first = Byte();
        var (major, info) = (first >> 5, first & 31);
        switch (major)
        {
            case 0:
                _json.WriteNumberValue(Argument(info));
                break;
            case 1 when Argument(info) is <= long.MaxValue and var below:
                _json.WriteNumberValue(-1 - (long)below);
                break;
            case 3:
                _json.WriteStringValue(Text(info));
                break;
            case 4:
                List(info);
                break;
            case 5:
                Map(info);
                break;
            // A time is a number of seconds in JSON too; what other tags say of a value, its member's type says better.
            case 6:
                Argument(info);
                Value();
                break;
            case 7:
                Simple(info);
                break;
            default:
                throw Fail(major == 2 ? "a byte string" : "a number out of range");
        }

        _depth--;
    }

    private void List(int info)
    {
        _json.WriteStartArray();
        for (var left = Count(info); More(ref left);)
            Value();
        _json.WriteEndArray();
    }

    private void Map(int info)
    {
        _json.WriteStartObject();
        for (var left = Count(info); More(ref left);)
        {
            var first = Byte();
            if (first >> 5 != 3)
                throw Fail("a key that is no text");
            _json.WritePropertyName(Text(first & 31));
            Value();
        }

        _json.WriteEndObject();
    }

    private void Simple(int info)
    {
        switch (info)
        {
            case 20 or 21:
                _json.WriteBooleanValue(info == 21);
                break;
            case 22 or 23:
                _json.WriteNullValue();
                break;
            case 25:
                Number((double)BinaryPrimitives.ReadHalfBigEndian(Bytes(2)));
                break;
            case 26:
                Number(BinaryPrimitives.ReadSingleBigEndian(Bytes(4)));
                break;
            case 27:
                Number(BinaryPrimitives.ReadDoubleBigEndian(Bytes(8)));
                break;
            default:
                throw Fail($"the simple value {info}");
        }
    }

    private readonly void Number(double number)
    {
        if (!double.IsFinite(number))
            throw Fail("a number that is not finite");
        _json.WriteNumberValue(number);
    }

    private byte[] Text(int info)
    {
        if (info != Indefinite)
            return Chunk(info);
        var text = new List<byte>();
        while (Byte() is var first && first != Break)
        {
            if (first >> 5 != 3 || (first & 31) == Indefinite)
                throw Fail("a piece of text that is none");
            text.AddRange(Chunk(first & 31));
        }

        return [.. text];
    }

    private byte[] Chunk(int info)
    {
        var length = Argument(info);
        if (length > (ulong)(_data.Length - _at))
            throw Fail("a text that does not end");
        var bytes = Bytes((int)length);
        return Utf8.IsValid(bytes) ? bytes.ToArray() : throw Fail("text that is not valid UTF-8");
    }

    // -1 where a break ends the items.
    private long Count(int info)
    {
        if (info == Indefinite)
            return -1;
        var count = Argument(info);
        return count <= (ulong)(_data.Length - _at) ? (long)count : throw Fail("more items than there are bytes");
    }

    private bool More(ref long left)
    {
        if (left >= 0)
            return left-- > 0;
        if (_at < _data.Length && _data[_at] != Break)
            return true;
        Byte();
        return false;
    }

    private ulong Argument(int info) => info switch
    {
        < 24 => (ulong)info,
        24 => Byte(),
        25 => BinaryPrimitives.ReadUInt16BigEndian(Bytes(2)),
        26 => BinaryPrimitives.ReadUInt32BigEndian(Bytes(4)),
        27 => BinaryPrimitives.ReadUInt64BigEndian(Bytes(8)),
        _ => throw Fail("a length that is none"),
    };

    private byte Byte() => Bytes(1)[0];

    private ReadOnlySpan<byte> Bytes(int count)
    {
        if (count > _data.Length - _at)
            throw Fail("the end is missing");
        var bytes = _data.Slice(_at, count);
        _at += count;
        return bytes;
    }

    private readonly ServiceError Fail(string what) => ServiceError.Serialization($"The body is not CBOR that this operation takes: {what}, at byte {_at}.");
}
