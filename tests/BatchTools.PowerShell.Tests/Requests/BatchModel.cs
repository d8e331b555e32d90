using System.Reflection;
using System.Text.Json;

namespace BatchTools.PowerShell.Tests.Requests;

/// <summary>The operations of AWS Batch as its model gives them.</summary>
internal static class BatchModel
{
    private static readonly JsonElement Root = Read();

    /// <summary>The names of all operations.</summary>
    public static IReadOnlyList<string> Operations { get; } = [.. Root.GetProperty("operations").EnumerateObject().Select(operation => operation.Name)];

    /// <summary>The members of an operation's request that a user can have a wish about.</summary>
    public static IEnumerable<string> Members(string operation) =>
        from member in MembersOf(Shape(RequestOf(operation)))
        where !IsPaging(operation, member.Name) && !IsToken(member.Value)
        select member.Name;

    /// <summary>Whether parameters at the given paths reach a member: at its own path, or all that is in it.</summary>
    public static bool IsReached(string operation, string member, IReadOnlyCollection<string> paths) =>
        IsReached(Shape(RequestOf(operation)).GetProperty("members").GetProperty(member), member, paths);

    /// <summary>Whether an operation's request has something at a path.</summary>
    public static bool Has(string operation, string path)
    {
        var shape = Shape(RequestOf(operation));
        foreach (var name in path.Split('[')[0].Split('.'))
        {
            if (!shape.TryGetProperty("members", out var members) || !members.TryGetProperty(name, out var member))
                return false;
            shape = Shape(member.GetProperty("shape").GetString()!);
        }

        return true;
    }

    private static bool IsReached(JsonElement member, string path, IReadOnlyCollection<string> paths)
    {
        if (paths.Contains(path))
            return true;
        var inner = MembersOf(Shape(member.GetProperty("shape").GetString()!)).ToArray();
        return inner.Length > 0 && inner.All(one => IsReached(one.Value, $"{path}.{one.Name}", paths));
    }

    // Pages are read to the end, whatever the user asks for: where an answer has a next token, so has the request.
    private static bool IsPaging(string operation, string member) => member is "nextToken" or "maxResults"
        && MembersOf(Shape(Root.GetProperty("operations").GetProperty(operation).GetProperty("output").GetProperty("shape").GetString()!)).Any(one => one.Name == "nextToken");

    // A token that makes a repeated call harmless is made for each call.
    private static bool IsToken(JsonElement member) => member.TryGetProperty("idempotencyToken", out var token) && token.GetBoolean();

    private static string RequestOf(string operation) =>
        Root.GetProperty("operations").GetProperty(operation).GetProperty("input").GetProperty("shape").GetString()!;

    private static JsonElement Shape(string name) => Root.GetProperty("shapes").GetProperty(name);

    private static IEnumerable<JsonProperty> MembersOf(JsonElement shape) =>
        shape.GetProperty("type").GetString() == "structure" ? shape.GetProperty("members").EnumerateObject() : [];

    private static JsonElement Read()
    {
        var root = typeof(BatchModel).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;
        using var model = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "src", "BatchTools.ServiceModels", "models", "batch.json")));
        return model.RootElement.Clone();
    }
}
