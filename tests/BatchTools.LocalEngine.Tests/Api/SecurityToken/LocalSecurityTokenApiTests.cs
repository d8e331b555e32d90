using BatchTools.LocalEngine.Api;
using BatchTools.LocalEngine.Api.SecurityToken;

namespace BatchTools.LocalEngine.Tests.Api.SecurityToken;

public sealed class LocalSecurityTokenApiTests
{
    [Fact]
    public async Task Who_asks_who_it_is_is_told()
    {
        var reply = await AskAsync("Action=GetCallerIdentity&Version=2011-06-15");

        Assert.Equal(200, reply.Status);
        Assert.Equal("000000000000", Form.Text(reply, "Account"));
        Assert.Equal("arn:aws:iam::000000000000:user/local", Form.Text(reply, "Arn"));
        Assert.Equal("{https://sts.amazonaws.com/doc/2011-06-15/}GetCallerIdentityResponse", Form.Xml(reply).Name.ToString());
    }

    [Theory]
    [InlineData("Action=AssumeRole", "InvalidAction", "The action AssumeRole is not valid for this web service, or the local engine does not offer it.")]
    [InlineData("Action=%3Cx%3E", "InvalidAction", "The action <x> is not valid for this web service, or the local engine does not offer it.")]
    [InlineData("Action=%01", "InvalidAction", "The action \ufffd is not valid for this web service, or the local engine does not offer it.")]
    [InlineData("Action=%zz", "MalformedInput", "'%zz' is not validly percent-encoded.")]
    [InlineData("", "MissingAction", "The request must contain the parameter Action.")]
    public async Task Anything_else_is_refused_in_xml(string form, string code, string message)
    {
        var reply = await AskAsync(form);

        Assert.Equal(400, reply.Status);
        Assert.Equal(code, Form.Text(reply, "Code"));
        Assert.Equal(message, Form.Text(reply, "Message"));
        Assert.Equal("ErrorResponse", Form.Xml(reply).Name.LocalName);
    }

    private static Task<ServiceReply> AskAsync(string form) =>
        SecurityTokenProtocol.DispatchAsync(new LocalSecurityTokenApi("000000000000"), Form.Of(form), TestContext.Current.CancellationToken);
}
