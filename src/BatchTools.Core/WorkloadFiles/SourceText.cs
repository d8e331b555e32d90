using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace BatchTools.WorkloadFiles;

/// <summary>Turns the bytes of a text file into UTF-8 without a byte order mark.</summary>
internal static class SourceText
{
    /// <summary>The text as UTF-8 without a byte order mark.</summary>
    /// <param name="bytes">The bytes of the file.</param>
    /// <param name="file">What messages call the file.</param>
    /// <exception cref="BatchException">The file is empty or not in UTF-8.</exception>
    public static ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            bytes = Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes[2..]));
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            bytes = Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes[2..]));

        if (bytes.Trim(" \t\r\n"u8).IsEmpty)
            throw BatchException.For(nameof(Messages.FileEmpty), ErrorKind.InvalidInput, file, new SourcePlace(file, 1, 1));
        if (!Utf8.IsValid(bytes))
            throw NotUtf8(bytes, file);
        return bytes;
    }

    private static BatchException NotUtf8(ReadOnlySpan<byte> bytes, string file)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var length) == OperationStatus.Done)
            offset += length;
        return BatchException.For(
            nameof(Messages.FileNotUtf8), ErrorKind.InvalidInput, file, PlaceCursor.At(bytes, offset, file), bytes[offset].ToString("X2", null));
    }
}
