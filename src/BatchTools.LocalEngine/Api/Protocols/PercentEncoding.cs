using System.Text;

namespace BatchTools.LocalEngine.Api;

/// <summary>Strict percent-decoding.</summary>
internal static class PercentEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes a part of a path or query.</summary>
    /// <exception cref="ServiceError">SerializationException: a percent sign without two hex digits, or bytes that are no UTF-8.</exception>
    public static string Decode(string encoded, bool plusIsSpace)
    {
        var bytes = new List<byte>(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            var c = encoded[i];
            if (c == '%')
            {
                if (i + 2 >= encoded.Length || !char.IsAsciiHexDigit(encoded[i + 1]) || !char.IsAsciiHexDigit(encoded[i + 2]))
                    throw Invalid(encoded);
                bytes.Add((byte)((HexValue(encoded[i + 1]) << 4) | HexValue(encoded[i + 2])));
                i += 2;
            }
            else if (char.IsAscii(c))
            {
                bytes.Add(plusIsSpace && c == '+' ? (byte)' ' : (byte)c);
            }
            else
            {
                throw Invalid(encoded);
            }
        }
        try
        {
            return Strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            throw Invalid(encoded);
        }
    }

    private static int HexValue(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static ServiceError Invalid(string encoded) =>
        ServiceError.Serialization($"'{Shortened.Text(encoded)}' is not validly percent-encoded.");
}
