using System.Globalization;
using System.Text;

namespace BatchTools.LocalEngine.Api.EC2;

/// <summary>Cuts lists into pages. The lists are the same at every call, so that a token is the place in the list.</summary>
internal static class EC2Paging
{
    /// <summary>A page.</summary>
    /// <param name="items">The whole list.</param>
    /// <param name="token">The request's token.</param>
    /// <param name="size">How many items at most.</param>
    /// <returns>The page, and the token of the next one; null where there is none.</returns>
    public static (List<T> Page, string? NextToken) Page<T>(IEnumerable<T> items, string? token, int size)
    {
        var begin = Place(token);
        var page = items.Skip(begin).Take(size + 1).ToList();
        if (page.Count <= size)
            return (page, null);
        page.RemoveAt(size);
        return (page, Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"ec2:{begin + size}"))));
    }

    private static int Place(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return 0;
        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]) is ['e', 'c', '2', ':', .. var number]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? place
            : throw EC2Errors.InvalidToken(token);
    }
}
