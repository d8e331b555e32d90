using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.LocalEngine.Tests.Api;

/// <summary>Whatever comes, the answer is a success or a client error of AWS's form, never an exception.</summary>
public sealed class FuzzTests
{
    private static readonly byte[] Definition = OperationCall.Json(new Filler().Fill<RegisterJobDefinitionRequest>().Write).ToArray();

    private static readonly Gen<byte> Interesting = Gen.OneOf(
        Gen.Choose(0, 255).Select(value => (byte)value),
        Gen.Elements("\"\\{}[]:,u0123456789.eE-+tfn \n/*\0"u8.ToArray()));

    [Fact]
    public void A_damaged_body_is_never_more_than_a_client_error()
    {
        var damage = from place in Gen.Choose(0, Definition.Length - 1)
                     from length in Gen.Choose(0, 6)
                     from put in Interesting.ArrayOf(6)
                     from more in Gen.Choose(0, 6)
                     select (byte[])[.. Definition[..place], .. put[..more], .. Definition[Math.Min(Definition.Length, place + length)..]];

        Prop.ForAll(damage.ToArbitrary(), body => IsDecent("POST", "/v1/registerjobdefinition", "", body))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000 * Chance.Times));
    }

    [Fact]
    public void Arbitrary_bytes_are_never_more_than_a_client_error() =>
        Prop.ForAll(Interesting.ArrayOf().ToArbitrary(), body => IsDecent("POST", "/v1/submitjob", "", body))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000 * Chance.Times));

    [Fact]
    public void An_arbitrary_path_and_query_is_never_more_than_a_client_error()
    {
        var piece = Gen.Elements("%", "%4", "%41", "%ff", "%2F", "/", "a", "=", "&", "+", "ü", "tagKeys", "\ud800", "?", "#", "\0", ";").ArrayOf().Select(string.Concat);
        var target = from path in piece from query in piece select (path, query);

        Prop.ForAll(target.ToArbitrary(), at => IsDecent("DELETE", "/v1/tags/" + at.path, at.query, []))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000 * Chance.Times));
    }

    private static bool IsDecent(string method, string path, string query, byte[] body)
    {
        var headers = new Dictionary<string, string>();
        var task = BatchProtocol.DispatchAsync(new KeepingApi(), new(method, path, query, headers, body), CancellationToken.None);
        Assert.True(task.IsCompletedSuccessfully, task.Exception?.ToString());
#pragma warning disable VSTHRD002 // It is completed: the engine behind it does nothing asynchronous.
        var reply = task.Result;
#pragma warning restore VSTHRD002
        if (reply.Status == 200)
            return true;
        Assert.InRange(reply.Status, 400, 499);
        Assert.NotNull(reply.ErrorType);
        return Wire.Message(reply).Length > 0;
    }
}
