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
        byte[] text = [.. Encoding.UTF8.GetBytes($"{workload}\n{repetition}\n"), .. PlainJson.ToText(ShapeWriter.ToPlainData(request), default, Write)];
        return Convert.ToHexString(SHA256.HashData(text).AsSpan(0, Length)).ToLowerInvariant();
    }

    // Hashtables and dictionaries come in any order, and in another one in the next process.
    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map:
                json.WriteStartObject();
                foreach (var name in Counted(map).Order(StringComparer.Ordinal))
                {
                    json.WritePropertyName(name);
                    WriteMember(json, name, map[name]);
                }

                json.WriteEndObject();
                break;
            case object?[] list:
                json.WriteStartArray();
                foreach (var item in list)
                    Write(json, item);
                json.WriteEndArray();
                break;
            default:
                PlainJson.WriteScalar(json, value);
                break;
        }
    }

    private static void WriteMember(Utf8JsonWriter json, string name, object? value)
    {
        if (name == "environment" && value is object?[] variables)
            Write(json, variables.OrderBy(NameOf, StringComparer.Ordinal).ToArray());
        else if (value is IReadOnlyDictionary<string, object?> map && !Counted(map).Any())
            json.WriteNullValue(); // tags of ours alone are as good as none
        else
            Write(json, value);
    }

    private static IEnumerable<string> Counted(IReadOnlyDictionary<string, object?> map) =>
        map.Keys.Where(name => name is not (WorkloadTags.Workload or WorkloadTags.Point or WorkloadTags.Key));

    private static string? NameOf(object? variable) => (variable as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault("name") as string;
}
