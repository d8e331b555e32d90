using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchTools.LocalEngine.Tests.Support;

/// <summary>What a client that is broken, or means harm, sends in place of a JSON body.</summary>
internal static class MalformedBodies
{
    private const int RandomBodies = 40;

    /// <summary>Bodies that are no JSON, or none that fits the operation, made from one that fits.</summary>
    public static IEnumerable<byte[]> Of(byte[] whole, Random random)
    {
        yield return [];
        foreach (var text in (string[])["null", "[]", "1", "\"text\"", "{", "}", "{}", "{\"\":}", "{\"a\":1e999999}", "\u0000", "{\"jobName\":\"\\ud800\"}"])
            yield return Encoding.UTF8.GetBytes(text);
        yield return [0xff, 0xfe, 0x7b, 0x7d];
        yield return Encoding.UTF8.GetBytes(new string('[', 100_000));
        yield return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 50_000)));
        yield return new byte[2 * 1024 * 1024];
        if (whole.Length == 0)
            yield break;
        yield return whole;
        yield return whole[..(whole.Length / 2)];
        foreach (var spoilt in EachMemberSpoilt(whole))
            yield return spoilt;
        for (var count = 0; count < RandomBodies * Chance.Times; count++)
        {
            var damaged = whole.ToArray();
            for (var places = random.Next(1, 6); places > 0; places--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            yield return damaged;
        }
    }

    // Each member of the request left out, and of every wrong type in turn.
    private static IEnumerable<byte[]> EachMemberSpoilt(byte[] whole)
    {
        string[] wrong = ["null", "true", "-1", "99999999999999999999999999", "1.5e300", "\"\"", "\"\\u0000\"", $"\"{new string('x', 70_000)}\"", "[]", "[null]", "[[[[1]]]]", "{}", "{\"a\":{\"b\":[{}]}}"];
        foreach (var name in JsonNode.Parse(whole)!.AsObject().Select(static member => member.Key).ToList())
        {
            foreach (var value in wrong.Prepend(null))
            {
                var spoilt = JsonNode.Parse(whole)!.AsObject();
                spoilt.Remove(name);
                if (value is not null)
                    spoilt[name] = JsonNode.Parse(value);
                yield return JsonSerializer.SerializeToUtf8Bytes(spoilt);
            }
        }
    }
}
