using System.Globalization;
using System.Text;

namespace BatchTools.LocalEngine.Api;

/// <summary>Cuts lists into pages. A token holds the place after which the next page begins, so that pages fit together while the list changes.</summary>
internal static class Paging
{
    /// <summary>The place in a token; null for no token.</summary>
    /// <exception cref="ServiceError">ClientException: this engine did not make it.</exception>
    public static long? Place(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]) is ['p', ':', .. var number]
            && long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place)
            ? place
            : throw ServiceError.Client($"The nextToken '{Shortened.Text(token)}' is not valid.");
    }

    public static string Token(long place) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"p:{place}")));

    /// <summary>How many results a page has.</summary>
    /// <param name="asked">The request's <c>maxResults</c>.</param>
    /// <param name="most">AWS's limit, and the size where none, or more, is asked for.</param>
    /// <exception cref="ServiceError">ClientException: less than 1.</exception>
    public static int Size(int? asked, int most) => asked switch
    {
        null => most,
        < 1 => throw ServiceError.Client($"maxResults must be at least 1; it is {asked}."),
        _ => Math.Min(asked.Value, most),
    };

    /// <summary>The first page of what is left.</summary>
    /// <param name="rest">The items after the token's place, in order.</param>
    /// <param name="size">The page's size.</param>
    /// <param name="place">An item's place.</param>
    /// <returns>The page, and the token of the next one; null where there is none.</returns>
    public static (List<T> Page, string? NextToken) Page<T>(IEnumerable<T> rest, int size, Func<T, long> place)
    {
        var page = new List<T>();
        foreach (var item in rest)
        {
            if (page.Count == size)
                return (page, Token(place(page[^1])));
            page.Add(item);
        }

        return (page, null);
    }
}
