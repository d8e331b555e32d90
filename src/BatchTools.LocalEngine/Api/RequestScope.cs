namespace BatchTools.LocalEngine.Api;

/// <summary>The id of the request that is being answered; some of AWS's messages name it.</summary>
internal static class RequestScope
{
    private static readonly AsyncLocal<string?> Current = new();

    /// <summary>The id; a new one outside a request.</summary>
    public static string RequestId => Current.Value ??= Guid.NewGuid().ToString();

    /// <summary>Gives this flow of calls an id of its own.</summary>
    public static string Begin() => Current.Value = Guid.NewGuid().ToString();
}
