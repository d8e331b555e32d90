using System.Text;

namespace BatchTools.LocalEngine.Api.Sts;

/// <summary>STS as far as tools ask who they are before they do anything else. Its protocol is a form in, XML out.</summary>
internal static class StsApi
{
    private const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";
    private const string Xml = "text/xml";

    public static ServiceReply Answer(ServiceRequest request)
    {
        try
        {
            var action = QueryString.Parse(Encoding.Latin1.GetString(request.Body.Span)).Values("Action")?[^1];
            return action == "GetCallerIdentity"
                ? Identity()
                : Refuse("InvalidAction", $"The local engine does not offer {Shortened.Text(action ?? "a request without Action")} of STS.");
        }
        catch (ServiceError e)
        {
            return Refuse(e.Type, e.Message);
        }
    }

    private static ServiceReply Identity() => new(200, Xml, Encoding.UTF8.GetBytes(
        $"""
        <GetCallerIdentityResponse xmlns="{Namespace}">
          <GetCallerIdentityResult>
            <Arn>arn:aws:iam::{LocalEngine.Account}:user/local</Arn>
            <UserId>local</UserId>
            <Account>{LocalEngine.Account}</Account>
          </GetCallerIdentityResult>
          <ResponseMetadata><RequestId>{RequestScope.RequestId}</RequestId></ResponseMetadata>
        </GetCallerIdentityResponse>
        """));

    private static ServiceReply Refuse(string code, string message) => new(
        400,
        Xml,
        Encoding.UTF8.GetBytes(
            $"""
            <ErrorResponse xmlns="{Namespace}">
              <Error>
                <Type>Sender</Type>
                <Code>{code}</Code>
                <Message>{System.Security.SecurityElement.Escape(message)}</Message>
              </Error>
              <RequestId>{RequestScope.RequestId}</RequestId>
            </ErrorResponse>
            """),
        code);
}
