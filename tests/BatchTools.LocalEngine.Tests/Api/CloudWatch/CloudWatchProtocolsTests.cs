using System.IO.Compression;
using System.Text;
using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.CloudWatch;
using BatchTools.LocalEngine.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.LocalEngine.Tests.Api.CloudWatch;

/// <summary>One service in three protocols.</summary>
public sealed class CloudWatchProtocolsTests : IDisposable
{
    private static readonly string[] Operations = ["PutMetricData", "ListMetrics", "GetMetricData", "GetMetricStatistics"];

    private readonly CloudWatchFixture _cloudWatch = new();

    public void Dispose() => _cloudWatch.Dispose();

    [Fact]
    public async Task What_is_put_as_a_form_is_read_as_a_form()
    {
        var put = await _cloudWatch.DispatchAsync(Form.Of(
            "Action=PutMetricData&Namespace=N&MetricData.member.1.MetricName=m%3C&MetricData.member.1.Value=1.5&MetricData.member.1.Dimensions.member.1.Name=d&MetricData.member.1.Dimensions.member.1.Value=v"));
        var list = await _cloudWatch.DispatchAsync(Form.Of("Action=ListMetrics&Namespace=N&Dimensions="));

        Assert.Equal((200, 200), (put.Status, list.Status));
        Assert.Equal(("m<", "d", "v"), (Form.Text(list, "MetricName"), Form.Text(list, "Name"), Form.Text(list, "Value")));
        Assert.Equal("{http://monitoring.amazonaws.com/doc/2010-08-01/}ListMetricsResponse", Form.Xml(list).Name.ToString());
    }

    [Fact]
    public async Task Times_are_iso_8601_in_forms_and_xml()
    {
        await _cloudWatch.PutAsync(60, 2);
        var reply = await _cloudWatch.DispatchAsync(Form.Of(
            "Action=GetMetricStatistics&Namespace=N&MetricName=m&StartTime=2029-12-31T23%3A00%3A00Z&EndTime=2030-01-01T00%3A00%3A00Z&Period=60&Statistics.member.1=Sum"));

        Assert.Equal(("2029-12-31T23:59:00.000Z", "2"), (Form.Text(reply, "Timestamp"), Form.Text(reply, "Sum")));
    }

    [Fact]
    public async Task Errors_have_the_names_of_the_query_protocol_there_and_beside_their_types_elsewhere()
    {
        var form = await _cloudWatch.DispatchAsync(Form.Of("Action=PutMetricData&Namespace=AWS/X&MetricData.member.1.MetricName=m&MetricData.member.1.Value=1"));
        var json = await _cloudWatch.AskAsync("PutMetricData", """{"Namespace":"AWS/X"}""");

        Assert.Equal("InvalidParameterValue", Form.Text(form, "Code"));
        Assert.Equal(("InvalidParameterValueException", "InvalidParameterValue"), (json.ErrorType, json.QueryError));
    }

    [Fact]
    public async Task Cbor_is_read_and_written()
    {
        // {"Namespace": "N", "MetricData": [_ {"MetricName": "m", "Value": 2.5 (half), "Timestamp": 1(now)}]}, by hand from RFC 8949.
        var time = BitConverter.GetBytes((uint)(_cloudWatch.Now - 60)).Reverse();
        byte[] body =
        [
            0xA2, 0x69, .. "Namespace"u8, 0x61, (byte)'N', 0x6A, .. "MetricData"u8, 0x9F,
            0xA3, 0x6A, .. "MetricName"u8, 0x7F, 0x61, (byte)'m', 0xFF, 0x65, .. "Value"u8, 0xF9, 0x41, 0x00, 0x69, .. "Timestamp"u8, 0xC1, 0x1A, .. time,
            0xFF,
        ];

        var put = await _cloudWatch.DispatchAsync(Cbor("PutMetricData", body));
        var list = await _cloudWatch.DispatchAsync(Cbor("ListMetrics", []));
        var point = await _cloudWatch.CallAsync(
            "GetMetricStatistics", $$"""{"Namespace":"N","MetricName":"m","StartTime":{{_cloudWatch.Now - 60}},"EndTime":{{_cloudWatch.Now}},"Period":60,"Statistics":["Sum"]}""");

        Assert.Equal((200, "application/cbor"), (put.Status, put.ContentType));
        Assert.Equal(new byte[] { 0xA0 }, put.Body.ToArray());
        Assert.Equal(2.5, point.GetProperty("Datapoints")[0].GetProperty("Sum").GetDouble());
        Assert.Equal("""{"Metrics":[{"Dimensions":[],"MetricName":"m","Namespace":"N"}]}""", Json(list.Body));
    }

    [Theory]
    [InlineData(new byte[] { 0xA1 })]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xA0, 0x00 })]
    [InlineData(new byte[] { 0xA1, 0x01, 0x01 })]
    [InlineData(new byte[] { 0xA1, 0x61, 0x61, 0x41, 0x61 })]
    [InlineData(new byte[] { 0xA1, 0x61, 0xFF, 0x01 })]
    [InlineData(new byte[] { 0xA1, 0x61, 0x61, 0xF9, 0x7C, 0x00 })]
    [InlineData(new byte[] { 0xBB, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x9F, 0x00 })]
    public async Task Damaged_cbor_is_refused(byte[] body)
    {
        var reply = await _cloudWatch.DispatchAsync(Cbor("ListMetrics", body));

        Assert.Equal((400, "SerializationException"), (reply.Status, reply.ErrorType));
    }

    [Fact]
    public async Task Cbor_may_not_nest_without_end()
    {
        var reply = await _cloudWatch.DispatchAsync(Cbor("ListMetrics", [.. Enumerable.Repeat((byte)0x81, 100_000)]));

        Assert.Equal((400, "SerializationException"), (reply.Status, reply.ErrorType));
    }

    [Fact]
    public async Task A_body_may_be_packed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write("{}"u8);
        var request = new ServiceRequest("POST", "/", "", Headers(("X-Amz-Target", "GraniteServiceVersion20100801.ListMetrics"), ("Content-Encoding", "gzip")), packed.ToArray());

        Assert.Equal(200, (await _cloudWatch.DispatchAsync(request)).Status);
        Assert.Equal(400, (await _cloudWatch.DispatchAsync(request with { Body = packed.ToArray().AsMemory(3) })).Status);
        request = request with { Headers = Headers(("X-Amz-Target", "GraniteServiceVersion20100801.ListMetrics"), ("Content-Encoding", "br")) };
        Assert.Equal(415, (await _cloudWatch.DispatchAsync(request)).Status);
    }

    [Fact]
    public void Whatever_comes_is_never_more_than_a_client_error()
    {
        var bytes = Gen.OneOf(
            Gen.Choose(0, 255).Select(value => (byte)value),
            Gen.Elements("Action=.&%123memberNV \u00A1\u0081\u00A0\u009F\u00BF\u00FF\u0061"u8.ToArray())).ArrayOf();
        var requests = from operation in Gen.Elements(Operations)
                       from body in bytes
                       from isForm in Gen.Elements(true, false)
                       select isForm
                           ? Form.Of("Action=" + operation + "&" + Encoding.Latin1.GetString(body))
                           : Cbor(operation, [0xA1, 0x69, .. "Namespace"u8, .. body]);

        Prop.ForAll(requests.ToArbitrary(), request =>
        {
            var task = CloudWatchProtocol.DispatchAsync(new NoCloudWatch(), request, CancellationToken.None);
            Assert.True(task.IsCompletedSuccessfully, task.Exception?.ToString());
#pragma warning disable VSTHRD002 // It is completed: the service behind it does nothing asynchronous.
            return task.Result.Status is >= 400 and < 500 && task.Result.ErrorType is not null;
#pragma warning restore VSTHRD002
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000 * Chance.Times));
    }

    private static ServiceRequest Cbor(string operation, byte[] body) => new(
        "POST", "/service/GraniteServiceVersion20100801/operation/" + operation, "", Headers(("smithy-protocol", "rpc-v2-cbor"), ("Content-Type", "application/cbor")), body);

    private static Dictionary<string, string> Headers(params (string Name, string Value)[] headers) =>
        headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);

    private static string Json(ReadOnlyMemory<byte> cbor) => Encoding.UTF8.GetString(OperationCall.Json(writer => CborReader.Read(cbor.Span, writer)).Span);

    private sealed class NoCloudWatch : CloudWatchApi;
}
