using System.Text;
using System.Xml.Linq;
using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.Sts;

namespace BatchTools.LocalEngine.Tests.Api.Sts;

public sealed class StsApiTests
{
    [Fact]
    public void Who_asks_who_it_is_is_told()
    {
        var reply = Ask("Action=GetCallerIdentity&Version=2011-06-15");

        Assert.Equal(200, reply.Status);
        Assert.Equal("000000000000", Value(reply, "Account"));
        Assert.Equal("arn:aws:iam::000000000000:user/local", Value(reply, "Arn"));
    }

    [Theory]
    [InlineData("Action=AssumeRole", "The local engine does not offer AssumeRole of STS.")]
    [InlineData("Action=%3Cx%3E", "The local engine does not offer <x> of STS.")]
    [InlineData("Action=%zz", "'%zz' is not validly percent-encoded.")]
    [InlineData("", "The local engine does not offer a request without Action of STS.")]
    public void Anything_else_is_refused_in_xml(string form, string message)
    {
        var reply = Ask(form);

        Assert.Equal(400, reply.Status);
        Assert.Equal(message, Value(reply, "Message"));
    }

    private static ServiceReply Ask(string form) =>
        StsApi.Answer(new ServiceRequest("POST", "/", "", new Dictionary<string, string>(), Encoding.UTF8.GetBytes(form)));

    private static string Value(ServiceReply reply, string name) =>
        XDocument.Parse(Encoding.UTF8.GetString(reply.Body.Span)).Descendants().Single(element => element.Name.LocalName == name).Value;
}
