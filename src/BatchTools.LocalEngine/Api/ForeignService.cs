namespace BatchTools.LocalEngine.Api;

/// <summary>Errors for the clients of services that the engine has not, in a form that most of them read.</summary>
internal static class ForeignService
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>An error in the form that a request of a service lets expect.</summary>
    public static ServiceReply Fail(ServiceRequest request, string service, ServiceError error) =>
        service == "s3" ? Xml(error, isWrapped: false)
        : request.Headers.TryGetValue("Content-Type", out var type) && type.StartsWith(Form, StringComparison.OrdinalIgnoreCase) ? Xml(error, isWrapped: true)
        : Json(error);

    /// <summary>An error that both JSON protocols read: rest-json the header, json the member <c>__type</c>.</summary>
    public static ServiceReply Json(ServiceError error)
    {
        var body = OperationCall.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("__type"u8, error.Type);
            writer.WriteString("message"u8, error.Message);
            writer.WriteEndObject();
        });
        return new ServiceReply(error.Status, "application/json", body, error.Type);
    }

    private static ServiceReply Xml(ServiceError error, bool isWrapped)
    {
        var body = XmlBody.Write(xml =>
        {
            if (isWrapped)
                xml.WriteStartElement("ErrorResponse");
            xml.WriteStartElement("Error");
            xml.WriteElementString("Code", error.Type);
            xml.WriteElementString("Message", error.Message);
            xml.WriteEndElement();
            if (isWrapped)
                xml.WriteEndElement();
        });
        return new ServiceReply(error.Status, "text/xml;charset=UTF-8", body, error.Type);
    }
}
