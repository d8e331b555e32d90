namespace BatchTools;

/// <summary>The short names inside ARNs.</summary>
internal static class ArnName
{
    /// <summary>What follows the last slash: the name, or name:revision; a text without slash is the name itself.</summary>
    public static string Of(string? arnOrName) =>
        arnOrName is null ? "" : arnOrName[(arnOrName.LastIndexOf('/') + 1)..];

    /// <summary>The name before the revision, if there is one.</summary>
    public static string WithoutRevision(string arnOrName)
    {
        var name = Of(arnOrName);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? name : name[..colon];
    }

    /// <summary>Whether the text is an ARN.</summary>
    public static bool IsArn(string text) => text.StartsWith("arn:", StringComparison.Ordinal);
}
