namespace BatchTools.LocalEngine.Api;

/// <summary>Values of a client's request as error messages show them.</summary>
internal static class Shortened
{
    private const int Length = 120;

    /// <summary>The text, cut where it is too long for a message.</summary>
    public static string Text(string text) => text.Length <= Length ? text : text[..Length] + "…";
}
