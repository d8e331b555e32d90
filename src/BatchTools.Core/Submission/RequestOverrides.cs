using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Begins a request with the members that a user gave in AWS's own shape.</summary>
internal static class RequestOverrides
{
    /// <summary>A request that holds the overrides.</summary>
    /// <param name="overrides">Members of the request, by AWS's names.</param>
    /// <param name="name">What the request is for, as messages call it.</param>
    /// <exception cref="BatchException">There is no such member, or its value does not fit.</exception>
    public static T Bind<T>(IReadOnlyDictionary<string, object?> overrides, string name)
        where T : class, new() =>
        overrides.Count == 0 ? new T() : ShapeBinder.FromPlainData<T>(overrides, name);
}
