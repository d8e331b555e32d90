using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.Batch.Model;
using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Names a submission by what it is: the same request of the same workload always has the same key.</summary>
internal static class SubmissionKey
{
    private const int Length = 16;

    /// <summary>The key.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="request">The request; the tags of workload and point do not count, so a sweep may grow and its points stay the same.</param>
    /// <param name="repetition">Tells requests from each other that are equal, and meant to be several.</param>
    public static string Of(string workload, SubmitJobRequest request, string repetition)
    {
        var text = JsonSerializer.Serialize(Sorted(ShapeWriter.ToPlainData(request)));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{workload}\n{repetition}\n{text}")).AsSpan(0, Length)).ToLowerInvariant();
    }

    // Hashtables and dictionaries come in any order, and in another one in the next process.
    private static object? Sorted(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> map => new SortedDictionary<string, object?>(
            map.Where(pair => pair.Key is not (WorkloadTags.Workload or WorkloadTags.Point or WorkloadTags.Key)).ToDictionary(pair => pair.Key, pair => Member(pair.Key, pair.Value)),
            StringComparer.Ordinal),
        object?[] list => list.Select(Sorted).ToArray(),
        _ => value,
    };

    private static object? Member(string name, object? value)
    {
        if (name == "environment" && value is object?[] variables)
            return variables.Select(Sorted).OrderBy(NameOf, StringComparer.Ordinal).ToArray();
        // Tags of ours alone are as good as none.
        return Sorted(value) is SortedDictionary<string, object?> { Count: > 0 } map ? map : value is IReadOnlyDictionary<string, object?> ? null : Sorted(value);
    }

    private static string? NameOf(object? variable) => (variable as SortedDictionary<string, object?>)?.GetValueOrDefault("name") as string;
}
