using System.Text;
using BatchTools.LocalEngine.Api;

namespace BatchTools.LocalEngine.Tests.Api.Reading;

public sealed class StrictReadingTests
{
    private const string Valid = "\"jobName\":\"n\",\"jobQueue\":\"q\",\"jobDefinition\":\"d\"";

    [Theory]
    [InlineData("[]", "$")]
    [InlineData("\"text\"", "$")]
    [InlineData("{\"jobName\":7}", "jobName")]
    [InlineData("{\"jobName\":true}", "jobName")]
    [InlineData("{\"jobName\":[\"n\"]}", "jobName")]
    [InlineData("{\"propagateTags\":\"true\"}", "propagateTags")]
    [InlineData("{\"propagateTags\":1}", "propagateTags")]
    [InlineData("{\"arrayProperties\":[]}", "arrayProperties")]
    [InlineData("{\"arrayProperties\":{\"size\":\"3\"}}", "arrayProperties.size")]
    [InlineData("{\"arrayProperties\":{\"size\":3.5}}", "arrayProperties.size")]
    [InlineData("{\"arrayProperties\":{\"size\":3e2}}", "arrayProperties.size")]
    [InlineData("{\"arrayProperties\":{\"size\":2147483648}}", "arrayProperties.size")]
    [InlineData("{\"arrayProperties\":{\"size\":99999999999999999999999999999999999999}}", "arrayProperties.size")]
    [InlineData("{\"dependsOn\":{}}", "dependsOn")]
    [InlineData("{\"dependsOn\":[{},{\"jobId\":1}]}", "dependsOn[1].jobId")]
    [InlineData("{\"dependsOn\":[null]}", "dependsOn[0]")]
    [InlineData("{\"dependsOn\":[[]]}", "dependsOn[0]")]
    [InlineData("{\"parameters\":{\"a\":\"b\",\"c\":null}}", "parameters.c")]
    [InlineData("{\"parameters\":{\"a\":{\"b\":1}}}", "parameters.a")]
    [InlineData("{\"tags\":[\"a\"]}", "tags")]
    [InlineData("{\"containerOverrides\":{\"environment\":[{\"name\":\"A\"},{\"name\":\"B\",\"value\":4}]}}", "containerOverrides.environment[1].value")]
    [InlineData("{\"containerOverrides\":{\"command\":[\"a\",[\"b\"]]}}", "containerOverrides.command[1]")]
    [InlineData("{\"unknown\":{\"x\":[1,{\"y\":2}]},\"jobName\":{}}", "jobName")]
    [InlineData("{\"jobName\":\"\\ud800\"}", "jobName")]
    public async Task A_value_of_the_wrong_type_is_refused_by_its_path(string body, string path)
    {
        var reply = await Wire.SubmitAsync(body);

        Assert.Equal((400, "SerializationException", "application/json"), (reply.Status, reply.ErrorType, reply.ContentType));
        Assert.StartsWith($"At '{path}': ", Wire.Message(reply), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}}")]
    [InlineData("{} {}")]
    [InlineData("{\"jobName\":\"n\",}")]
    [InlineData("{\"jobName\" \"n\"}")]
    [InlineData("{jobName:\"n\"}")]
    [InlineData("{'jobName':'n'}")]
    [InlineData("{\"jobName\":\"n\"} // a comment")]
    [InlineData("{\"jobName\":\"a\nb\"}")]
    [InlineData("{\"arrayProperties\":{\"size\":NaN}}")]
    [InlineData("{\"arrayProperties\":{\"size\":03}}")]
    [InlineData("nothing")]
    [InlineData("﻿{}")]
    public async Task What_is_no_json_is_refused(string body)
    {
        var reply = await Wire.SubmitAsync(body);

        Assert.Equal((400, "SerializationException"), (reply.Status, reply.ErrorType));
        Assert.StartsWith("The body is not valid JSON: ", Wire.Message(reply), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"parameters\":{\"\\ud800\":\"a\"}}")]
    public async Task A_name_that_is_no_text_is_refused(string body)
    {
        var reply = await Wire.SubmitAsync(body);

        Assert.Equal((400, "SerializationException"), (reply.Status, reply.ErrorType));
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused_even_where_nobody_reads_them()
    {
        byte[] body = [.. "{\"unknown\":\""u8, 0xff, 0xfe, .. "\"}"u8];

        var reply = await Wire.BatchAsync(new KeepingApi(), "POST", "/v1/submitjob", body: body);

        Assert.Equal((400, "SerializationException"), (reply.Status, reply.ErrorType));
        Assert.Equal("The body is not valid UTF-8.", Wire.Message(reply));
    }

    [Theory]
    [InlineData("{\"unknown\":", "[", 100_000)]
    [InlineData("{\"unknown\":", "{\"a\":", 100_000)]
    [InlineData("{\"dependsOn\":", "[", 65)]
    public async Task Deep_nesting_is_refused(string start, string level, int levels)
    {
        var reply = await Wire.SubmitAsync(start + string.Concat(Enumerable.Repeat(level, levels)));

        Assert.Equal((400, "SerializationException"), (reply.Status, reply.ErrorType));
    }

    [Fact]
    public async Task More_items_than_anyone_needs_are_refused()
    {
        var body = new StringBuilder("{\"dependsOn\":[{}");
        for (var i = 0; i < WireReader.MaxItems; i++)
            body.Append(",{}");
        var reply = await Wire.SubmitAsync(body.Append("]}").ToString());

        Assert.Equal((400, "SerializationException"), (reply.Status, reply.ErrorType));
        Assert.Equal($"At 'dependsOn[{WireReader.MaxItems}]': more than {WireReader.MaxItems} items.", Wire.Message(reply));
    }

    [Theory]
    [InlineData("{" + Valid + "}")]
    [InlineData(" {" + Valid + ",\"new\":{\"deep\":[1,null,{}]},\"timeout\":null,\"tags\":null}\r\n")]
    [InlineData("{\"jobName\":\"first\"," + Valid + "}")]
    [InlineData("{\"\\u006aobName\":\"n\",\"jobQueue\":\"q\",\"jobDefinition\":\"d\"}")]
    public async Task Unknown_members_nulls_repeats_and_escapes_are_no_errors(string body)
    {
        var reply = await Wire.SubmitAsync(body);

        Assert.Equal((200, null), (reply.Status, reply.ErrorType));
        Assert.Equal("""{"jobId":"j","jobName":"n"}""", Encoding.UTF8.GetString(reply.Body.Span));
    }

    [Fact]
    public void An_empty_body_counts_as_an_object_without_members()
    {
        var value = WireReader.ReadBody(default, BatchTools.LocalEngine.Api.Batch.SubmitJobRequest.Read);

        Assert.Null(value.JobName);
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("-1e40")]
    [InlineData("\"NaN\"")]
    public void A_number_that_is_not_finite_is_refused(string number)
    {
        var body = Encoding.UTF8.GetBytes("{\"shareDistribution\":[{\"weightFactor\":" + number + "}]}");

        var error = Assert.Throws<ServiceError>(() => WireReader.ReadBody(body, BatchTools.LocalEngine.Api.Batch.FairsharePolicy.Read));

        Assert.Equal("SerializationException", error.Type);
        Assert.StartsWith("At 'shareDistribution[0].weightFactor': ", error.Message, StringComparison.Ordinal);
    }
}
