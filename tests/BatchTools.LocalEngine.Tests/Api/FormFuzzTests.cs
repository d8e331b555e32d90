using System.Text;
using System.Xml.Linq;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Api;

/// <summary>Malformed forms and CBOR for the services that take them, rightly signed: a success or a client error in the service's form.</summary>
public sealed class FormFuzzTests : IAsyncLifetime
{
    private const int RandomBodies = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder _folder = new();
    private OpenEngine _engine = null!;

    public async ValueTask InitializeAsync() => _engine = await OpenEngine.StartAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("ec2", "Action=DescribeInstances&Version=2016-11-15&InstanceId.1=i-1&MaxResults=5&Filter.1.Name=instance-id&Filter.1.Value.1=*")]
    [InlineData("ec2", "Action=DescribeSubnets&Version=2016-11-15&Filter.1.Name=vpc-id&Filter.1.Value.1=vpc-1&Filter.1.Value.2=vpc-2&NextToken=x")]
    [InlineData("ec2", "Action=DescribeInstanceTypes&Version=2016-11-15&InstanceType.1=m5.large&DryRun=false")]
    [InlineData("ec2", "Action=DescribeSpotPriceHistory&Version=2016-11-15&StartTime=2026-01-01T00%3A00%3A00Z&EndTime=2026-01-02T00%3A00%3A00Z&MaxResults=10")]
    [InlineData("sts", "Action=GetCallerIdentity&Version=2011-06-15")]
    [InlineData("monitoring", "Action=PutMetricData&Version=2010-08-01&Namespace=N&MetricData.member.1.MetricName=m&MetricData.member.1.Value=1.5&MetricData.member.1.Dimensions.member.1.Name=d&MetricData.member.1.Dimensions.member.1.Value=v")]
    [InlineData("monitoring", "Action=GetMetricStatistics&Version=2010-08-01&Namespace=N&MetricName=m&StartTime=2026-01-01T00%3A00%3A00Z&EndTime=2026-01-02T00%3A00%3A00Z&Period=60&Statistics.member.1=Sum")]
    public async Task A_malformed_form_is_never_more_than_a_client_error(string service, string whole)
    {
        foreach (var form in Forms(whole, Chance.Random(whole)))
        {
            var answer = await _engine.Engine.FormAsync(service, form).WaitAsync(Patience, TestContext.Current.CancellationToken);
            Assert.True(answer.Status is 200 or (>= 400 and < 500 and not 403), $"{answer.Status} for {form[..Math.Min(form.Length, 500)]}");
            var root = XDocument.Parse(Encoding.UTF8.GetString(answer.Body.Span)).Root!;
            if (answer.Status != 200)
                Assert.NotEqual("", root.Descendants().Single(static element => element.Name.LocalName == "Message").Value);
        }
    }

    [Theory]
    [InlineData("PutMetricData")]
    [InlineData("GetMetricData")]
    [InlineData("ListMetrics")]
    public async Task Malformed_cbor_is_never_more_than_a_client_error(string operation)
    {
        var random = Chance.Random(operation);
        byte[] whole = [0xA2, 0x69, .. "Namespace"u8, 0x61, (byte)'N', 0x6A, .. "MetricData"u8, 0x81, 0xA2, 0x6A, .. "MetricName"u8, 0x61, (byte)'m', 0x65, .. "Value"u8, 0xFB, 0x3F, 0xF8, 0, 0, 0, 0, 0, 0];
        foreach (var body in Bodies(whole, random))
        {
            var answer = await _engine.Engine.CborAsync("monitoring", $"/service/GraniteServiceVersion20100801/operation/{operation}", body).WaitAsync(Patience, TestContext.Current.CancellationToken);
            Assert.True(answer.Status is 200 or (>= 400 and < 500 and not 403), $"{answer.Status} for {Convert.ToHexString(body.AsSpan(0, Math.Min(body.Length, 200)))}");
        }
    }

    private static IEnumerable<byte[]> Bodies(byte[] whole, Random random)
    {
        yield return whole;
        yield return [];
        yield return [0xFF];
        yield return [0xBF, 0xFF];
        yield return [0x9B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
        yield return [0x7B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
        yield return [.. Enumerable.Repeat((byte)0x81, 100_000)];
        yield return [.. Enumerable.Repeat((byte)0x9F, 100_000)];
        yield return [.. Enumerable.Repeat((byte)0xC0, 100_000)];
        for (var length = 0; length < whole.Length; length++)
            yield return whole[..length];
        for (var count = 0; count < RandomBodies * Chance.Times; count++)
        {
            var damaged = whole.ToArray();
            for (var places = random.Next(1, 5); places > 0; places--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            yield return damaged;
        }
    }

    private static IEnumerable<string> Forms(string whole, Random random)
    {
        var fields = whole.Split('&');
        string[] wrong = ["", "-1", "99999999999999999999999999", "1e400", "NaN", "%", "%zz", "%00", "%ff%fe", "null", "true", new string('x', 70_000)];
        yield return whole;
        foreach (var form in (string[])["", "&", "=", "Action", "Action=", "Action=Nothing", "%%%", "a=b&a=c", "Action=DescribeVpcs&Action=DescribeSubnets"])
            yield return form;
        for (var index = 0; index < fields.Length; index++)
        {
            var name = fields[index].Split('=')[0];
            yield return string.Join('&', fields.Where((_, place) => place != index));
            foreach (var value in wrong)
                yield return string.Join('&', fields.Select((field, place) => place == index ? $"{name}={value}" : field));
            foreach (var other in (string[])[name + ".1", name + ".99999999999", name + ".-1", name + "..", "." + name, name + ".1.1.1.1.1", name + string.Concat(Enumerable.Repeat(".1", 5_000))])
                yield return $"{whole}&{other}=1";
        }

        for (var count = 0; count < RandomBodies * Chance.Times; count++)
        {
            var damaged = whole.ToCharArray();
            for (var places = random.Next(1, 6); places > 0; places--)
                damaged[random.Next(damaged.Length)] = "&=.%+1aZ\u00e9 "[random.Next(10)];
            yield return new string(damaged);
        }
    }
}
