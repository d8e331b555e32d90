using System.Text;
using BatchTools.LocalEngine.Api.Signing;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Api.Signing;

/// <summary>The requests and signatures of AWS's Signature Version 4 test suite, and some that botocore signed.</summary>
public sealed class SignatureVerifierTests
{
    private const string Date = "20150830T123600Z";
    private const string Plain = "host;x-amz-date";

    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero));

    public static TheoryData<string, string, string, string, string> Signed => new()
    {
        { "GET", "/", "", Plain, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31" },
        { "POST", "/", "", Plain, "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b" },
        { "GET", "/?Param2=value2&Param1=value1", "", Plain, "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500" },
        { "GET", "/?Param1=value2&Param1=value1", "", Plain, "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694" },
        { "GET", "/?%E1%88%B4=bar", "", Plain, "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04" },
        { "POST", "/", "Param1=value1", "content-type;" + Plain, "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a" },
        { "GET", "/", "", "host;my-header1;x-amz-date", "f8abef309833a862aa415a3a36f92896dd1b70e10846f5761af0278c0a2ded4c" },
        { "GET", "/a/../b//c/./d%2Fe/", "", Plain, "9310034ae502fa6e720235e71ea696f80b7cc84c0d75150b1075703c134d00bd" },
        {
            "GET", "/v1/tags/arn%3Aaws%3Abatch%3Aus-east-1%3A000000000000%3Ajob-queue%2Fq1?tagKeys=a%20b&tagKeys=c", "", Plain,
            "bc31b30bc6a9dc2ed9a157e886fcac3c677f98d1c59449b7a6993780579d8624"
        },
    };

    [Theory, MemberData(nameof(Signed))]
    public void A_rightly_signed_request_is_let_in(string method, string target, string body, string signedHeaders, string signature)
    {
        Assert.Null(Verify(Request(method, target, body, signedHeaders, signature), out var service));
        Assert.Equal("service", service);
    }

    [Theory, MemberData(nameof(Signed))]
    public void Any_change_makes_the_signature_wrong(string method, string target, string body, string signedHeaders, string signature)
    {
        var request = Request(method, target, body, signedHeaders, signature);
        EngineRequest[] changed =
        [
            request with { Method = "PUT" },
            request with { Target = request.Target.Contains('?') ? request.Target + "&x=y" : request.Target + "?x=y" },
            request with { Target = "/x" + request.Target },
            request with { Body = Encoding.UTF8.GetBytes(body + " ") },
            With(request, "Host", "elsewhere.amazonaws.com"),
            With(request, "X-Amz-Date", "20150830T123601Z"),
            With(request, "Authorization", Authorization(signedHeaders, signature[..^1] + (signature[^1] == '0' ? '1' : '0'))),
            With(request, "Authorization", Authorization(signedHeaders, signature[..^1])),
            With(request, "Authorization", Authorization(signedHeaders, signature, service: "batch")),
        ];

        Assert.All(changed, one => Assert.Equal(SignatureFault.Mismatch, Verify(one, out _)));
    }

    [Fact]
    public void A_request_without_a_signature_is_refused()
    {
        var request = new EngineRequest("GET", "/", [new("Host", "example.amazonaws.com")], default);

        Assert.Equal("MissingAuthenticationTokenException", Verify(request, out _)!.Type);
    }

    [Fact]
    public void Another_access_key_is_unknown()
    {
        var request = With(Vanilla(), "Authorization", Authorization(Plain, new string('0', 64), key: "AKIDOTHER"));

        Assert.Equal("UnrecognizedClientException", Verify(request, out _)!.Type);
    }

    [Theory]
    [InlineData("Bearer token")]
    [InlineData("AWS4-HMAC-SHA256")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/c")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=, Signature=00")]
    [InlineData("AWS4-HMAC-SHA256 x, SignedHeaders=host, Signature=00")]
    public void A_header_of_another_form_is_refused(string authorization) =>
        Assert.Equal("InvalidSignatureException", Verify(With(Vanilla(), "Authorization", authorization), out _)!.Type);

    [Theory]
    [InlineData(-16, "Signature not yet current: 20150830T123600Z is still later than 20150830T123500Z (20150830T122000Z + 15 min.)")]
    [InlineData(-15, null)]
    [InlineData(15, null)]
    [InlineData(16, "Signature expired: 20150830T123600Z is now earlier than 20150830T123700Z (20150830T125200Z - 15 min.)")]
    public void A_signature_counts_for_a_quarter_of_an_hour(int minutesLater, string? message)
    {
        var time = new ManualTimeProvider(_time.GetUtcNow().AddMinutes(minutesLater));
        var verifier = new SignatureVerifier(Credentials, "us-east-1", time);

        Assert.Equal(message, verifier.Verify(Vanilla(), out _)?.Message);
    }

    [Fact]
    public void The_scope_must_name_the_date_the_region_and_the_signed_host()
    {
        var signature = (string)Signed.First().Data.Item5;

        Assert.Contains("'20150829' != '20150830'", Fault(Authorization(Plain, signature, date: "20150829")), StringComparison.Ordinal);
        Assert.Contains("'us-east-1', not 'eu-west-1'", Fault(Authorization(Plain, signature, region: "eu-west-1")), StringComparison.Ordinal);
        Assert.Contains("'Host' must be", Fault(Authorization("x-amz-date", signature)), StringComparison.Ordinal);

        string Fault(string authorization) => Verify(With(Vanilla(), "Authorization", authorization), out _)!.Message;
    }

    [Fact]
    public void A_target_that_is_not_signed_is_refused()
    {
        var request = With(Vanilla(), "X-Amz-Target", "Logs_20140328.DescribeLogGroups");

        Assert.Contains("'X-Amz-Target' must be", Verify(request, out _)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stated_hash_must_be_the_bodys() =>
        Assert.Equal("InvalidSignatureException", Verify(With(Vanilla(), "X-Amz-Content-Sha256", new string('0', 64)), out _)!.Type);

    private static EngineCredentials Credentials { get; } = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    private static EngineRequest Vanilla()
    {
        var (method, target, body, headers, signature) = Signed.First().Data;
        return Request(method, target, body, headers, signature);
    }

    private static EngineRequest Request(string method, string target, string body, string signedHeaders, string signature) => new(
        method,
        target,
        [
            new("Host", "example.amazonaws.com"),
            new("X-Amz-Date", Date),
            new("Content-Type", "application/x-www-form-urlencoded"),
            new("My-Header1", "  value1   a  b "),
            new("Authorization", Authorization(signedHeaders, signature)),
        ],
        Encoding.UTF8.GetBytes(body));

    private static string Authorization(
        string signedHeaders, string signature, string key = "AKIDEXAMPLE", string date = "20150830", string region = "us-east-1", string service = "service") =>
        $"AWS4-HMAC-SHA256 Credential={key}/{date}/{region}/{service}/aws4_request, SignedHeaders={signedHeaders}, Signature={signature}";

    private static EngineRequest With(EngineRequest request, string name, string value) =>
        request with { Headers = [.. request.Headers.Where(header => header.Key != name), new(name, value)] };

    private SignatureFault? Verify(EngineRequest request, out string service) =>
        new SignatureVerifier(Credentials, "us-east-1", _time).Verify(request, out service);
}
