using BatchTools.LocalEngine.Api.CloudWatchLogs;

namespace BatchTools.LocalEngine.Tests.Api.Protocols;

public sealed class JsonProtocolTests
{
    [Fact]
    public async Task The_target_names_the_operation()
    {
        var reply = await Wire.LogsAsync(new NoLogs(), "Logs_20140328.StopQuery", """{"queryId":"q"}""");

        Assert.Equal((400, "InvalidParameterException", "application/x-amz-json-1.1"), (reply.Status, reply.ErrorType, reply.ContentType));
        Assert.Equal("InvalidParameterException", Wire.Member(reply, "__type"));
        Assert.Equal("The local engine does not offer StopQuery.", Wire.Message(reply));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("StopQuery")]
    [InlineData("Logs_20140328.")]
    [InlineData("Logs_20140328.stopquery")]
    [InlineData("Logs_20140327.StopQuery")]
    [InlineData("x.Logs_20140328.StopQuery")]
    public async Task A_target_that_names_no_operation_is_refused(string? target)
    {
        var reply = await Wire.LogsAsync(new NoLogs(), target, "{}");

        Assert.Equal((400, "UnknownOperationException"), (reply.Status, reply.ErrorType));
        Assert.Equal("UnknownOperationException", Wire.Member(reply, "__type"));
    }

    [Fact]
    public async Task Another_method_than_post_is_refused()
    {
        var reply = await Wire.LogsAsync(new NoLogs(), "Logs_20140328.StopQuery", "{}", "GET");

        Assert.Equal((400, "UnknownOperationException"), (reply.Status, reply.ErrorType));
    }

    [Theory]
    [InlineData("GetLogEvents", "{\"logStreamName\":\"s\",\"limit\":10001}", "Value '10001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 10000")]
    [InlineData("GetLogEvents", "{\"logStreamName\":\"a:b\"}", "Value 'a:b' at 'logStreamName' failed to satisfy constraint: Member must satisfy regular expression pattern: [^:*]*")]
    [InlineData("PutLogEvents", "{\"logGroupName\":\"g\",\"logStreamName\":\"s\",\"logEvents\":[{\"message\":\"\",\"timestamp\":1}]}", "Value '' at 'logEvents.1.member.message' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("DescribeLogGroups", "{\"accountIdentifiers\":[\"12345678901x\"]}", "Value '12345678901x' at 'accountIdentifiers.1.member' failed to satisfy constraint: Member must satisfy regular expression pattern: ^\\d{12}$")]
    public async Task The_model_s_rules_are_held(string operation, string body, string failure)
    {
        var reply = await Wire.LogsAsync(new NoLogs(), "Logs_20140328." + operation, body);

        Assert.Equal((400, "InvalidParameterException"), (reply.Status, reply.ErrorType));
        Assert.Equal("1 validation error detected: " + failure, Wire.Message(reply));
    }

    private sealed class NoLogs : CloudWatchLogsApi;
}
