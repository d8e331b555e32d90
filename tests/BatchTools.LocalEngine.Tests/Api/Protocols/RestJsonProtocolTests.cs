using BatchTools.LocalEngine.Api.Batch;

namespace BatchTools.LocalEngine.Tests.Api.Protocols;

public sealed class RestJsonProtocolTests
{
    [Theory]
    [InlineData("arn%3Aaws%3Abatch%3Aus-east-1%3A1%3Ajob-queue%2Fq1", "arn:aws:batch:us-east-1:1:job-queue/q1")]
    [InlineData("arn%3aaws%3Abatch%3Ax+y", "arn:aws:batch:x+y")]
    [InlineData("gr%C3%B6%C3%9Fe", "größe")]
    public async Task A_label_is_decoded(string raw, string expected)
    {
        var api = new KeepingApi();
        var reply = await Wire.BatchAsync(api, "GET", "/v1/tags/" + raw);

        Assert.Equal(200, reply.Status);
        Assert.Equal(expected, Assert.IsType<ListTagsForResourceRequest>(api.Request).ResourceArn);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("a%2")]
    [InlineData("%zz")]
    [InlineData("%ff")]
    [InlineData("%ed%a0%80")]
    [InlineData("ü")]
    public async Task A_label_that_is_wrongly_encoded_is_refused(string raw)
    {
        var reply = await Wire.BatchAsync(new KeepingApi(), "GET", "/v1/tags/" + raw);

        Assert.Equal((400, "SerializationException"), (reply.Status, reply.ErrorType));
        Assert.Contains($"'{raw}'", Wire.Message(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_in_the_query_is_every_value_of_the_parameter()
    {
        var api = new KeepingApi();
        await Wire.BatchAsync(api, "DELETE", "/v1/tags/x", "tagKeys=a%20b&other=1&tagKeys=c+d&tagKeys=&tagKeys=e");

        // The empty key breaks the rule for keys, which shows that it was read.
        Assert.Null(api.Request);
        await Wire.BatchAsync(api, "DELETE", "/v1/tags/x", "tagKeys=a%20b&other=1&tagKeys=c+d&&tagKeys=e");
        Assert.Equal(["a b", "c d", "e"], Assert.IsType<UntagResourceRequest>(api.Request).TagKeys!);
    }

    [Fact]
    public async Task A_query_without_the_required_list_is_refused()
    {
        var reply = await Wire.BatchAsync(new KeepingApi(), "DELETE", "/v1/tags/x");

        Assert.Equal((400, "ClientException"), (reply.Status, reply.ErrorType));
        Assert.Contains("'tagKeys'", Wire.Message(reply), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("POST", "/v1/submitjob/")]
    [InlineData("POST", "/v1/SubmitJob")]
    [InlineData("GET", "/v1/submitjob")]
    [InlineData("PUT", "/v1/tags/x")]
    [InlineData("GET", "/v1/tags/")]
    [InlineData("GET", "/v1/tags/a/b")]
    [InlineData("", "")]
    public async Task What_names_no_operation_is_not_found(string method, string path)
    {
        var reply = await Wire.BatchAsync(new KeepingApi(), method, path);

        Assert.Equal((404, "UnknownOperationException"), (reply.Status, reply.ErrorType));
        Assert.Equal($"No operation is {method} {path}.", Wire.Message(reply));
    }

    [Fact]
    public async Task An_operation_that_the_engine_lacks_is_refused_as_a_client_error()
    {
        var reply = await Wire.BatchAsync(new KeepingApi(), "POST", "/v1/describejobs", body: [.. "{\"jobs\":[]}"u8]);

        Assert.Equal((400, "ClientException"), (reply.Status, reply.ErrorType));
        Assert.Equal("The local engine does not offer DescribeJobs.", Wire.Message(reply));
    }
}
