using System.Globalization;
using System.Text;

namespace BatchTools.LocalEngine.Api;

/// <summary>Cuts lists into pages that are the same at every call, so that a token is the place in the list.</summary>
internal static class OffsetPaging
{
    private const string Prefix = "o:";

    /// <summary>A page.</summary>
    /// <param name="items">The whole list.</param>
    /// <param name="token">The request's token.</param>
    /// <param name="size">How many items at most.</param>
    /// <param name="invalid">The service's error for a token that this engine did not make.</param>
    /// <returns>The page, and the token of the next one; null where there is none.</returns>
    public static (List<T> Page, string? NextToken) Page<T>(IEnumerable<T> items, string? token, int size, Func<string, ServiceError> invalid)
    {
        var begin = Place(token, invalid);
        var page = items.Skip(begin).Take(size + 1).ToList();
        if (page.Count <= size)
            return (page, null);
        page.RemoveAt(size);
        return (page, Token(begin + size));
    }

    /// <summary>The token of a place.</summary>
    public static string Token(int place) => Convert.ToBase64String(Encoding.ASCII.GetBytes(Prefix + place.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The place in a token; 0 for no token.</summary>
    public static int Place(string? token, Func<string, ServiceError> invalid)
    {
        if (string.IsNullOrEmpty(token))
            return 0;
        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]) is var text && text.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? place
            : throw invalid(token);
    }
}
