using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace BatchTools.LocalEngine.Api;

/// <summary>Writes JSON answers as CBOR (RFC 8949); the shapes tell times and floating-point numbers from whole ones.</summary>
internal sealed class CborWriter
{
    private const int Whole = 0;
    private const int Negative = 1;
    private const int TextString = 3;
    private const int Array = 4;
    private const int Map = 5;
    private const byte EpochTime = 0xC1;
    private const byte False = 0xF4;
    private const byte True = 0xF5;
    private const byte Double = 0xFB;

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly WireShapes _shapes;

    private CborWriter(WireShapes shapes) => _shapes = shapes;

    /// <summary>The CBOR of a value.</summary>
    public static ReadOnlyMemory<byte> Write(JsonElement value, WireShape shape, WireShapes shapes)
    {
        var writer = new CborWriter(shapes);
        writer.Write(value, shape);
        return writer._bytes.WrittenMemory;
    }

    private void Write(JsonElement value, WireShape shape)
    {
        switch (shape.Kind)
        {
            case WireKind.Structure:
                var members = shape.Members.Where(member => value.TryGetProperty(member.Name, out _)).ToList();
                Head(Map, (ulong)members.Count);
                foreach (var member in members)
                {
                    Text(member.Name);
                    Write(value.GetProperty(member.Name), _shapes[member.Shape]);
                }

                break;
            case WireKind.List:
                Head(Array, (ulong)value.GetArrayLength());
                foreach (var item in value.EnumerateArray())
                    Write(item, _shapes[shape.Item]);
                break;
            case WireKind.Map:
                Head(Map, (ulong)value.EnumerateObject().Count());
                foreach (var entry in value.EnumerateObject())
                {
                    Text(entry.Name);
                    Write(entry.Value, _shapes[shape.Item]);
                }

                break;
            default:
                WriteLeaf(value, shape.Kind);
                break;
        }
    }

    private void WriteLeaf(JsonElement value, WireKind kind)
    {
        switch (kind)
        {
            case WireKind.Text:
                Text(value.GetString()!);
                break;
            case WireKind.Boolean:
                Byte(value.GetBoolean() ? True : False);
                break;
            case WireKind.Integer:
                var number = value.GetInt64();
                Head(number < 0 ? Negative : Whole, number < 0 ? (ulong)(-1 - number) : (ulong)number);
                break;
            case WireKind.Timestamp:
                Byte(EpochTime);
                Number(value.GetDouble());
                break;
            default:
                Number(value.GetDouble());
                break;
        }
    }

    private void Text(string text)
    {
        Head(TextString, (ulong)Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _bytes);
    }

    private void Number(double number)
    {
        Byte(Double);
        BinaryPrimitives.WriteDoubleBigEndian(_bytes.GetSpan(sizeof(double)), number);
        _bytes.Advance(sizeof(double));
    }

    // A major type and its argument, in the shortest form that the answers need.
    private void Head(int major, ulong argument)
    {
        if (argument < 24)
        {
            Byte((byte)((major << 5) | (int)argument));
        }
        else if (argument <= byte.MaxValue)
        {
            Byte((byte)((major << 5) | 24));
            Byte((byte)argument);
        }
        else
        {
            Byte((byte)((major << 5) | 27));
            BinaryPrimitives.WriteUInt64BigEndian(_bytes.GetSpan(sizeof(ulong)), argument);
            _bytes.Advance(sizeof(ulong));
        }
    }

    private void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }
}
