using System.Text.Json;

namespace BatchTools.LocalEngine.Api;

/// <summary>The protocol <c>query</c>: lists as <c>Name.member.1</c>, answers within a result element.</summary>
/// <param name="validationError">The error type for a request that breaks the model's rules.</param>
/// <param name="xmlNamespace">The namespace of answers.</param>
/// <param name="shapes">The service's shapes.</param>
internal sealed class QueryProtocol(string validationError, string xmlNamespace, WireShapes shapes) : FormProtocol(validationError, xmlNamespace, shapes)
{
    /// <inheritdoc/>
    protected override FormStyle Style => FormStyle.Query;

    /// <inheritdoc/>
    protected override void WriteAnswer(XmlAnswer xml, string operation, JsonElement answer)
    {
        xml.Open(operation + "Response", XmlNamespace);
        xml.Open(operation + "Result");
        xml.WriteMembers(answer, Shapes.Response(operation));
        xml.Close();
        xml.Open("ResponseMetadata");
        xml.Text("RequestId", RequestScope.RequestId);
        xml.Close();
        xml.Close();
    }

    /// <inheritdoc/>
    protected override void WriteError(XmlAnswer xml, string code, string message)
    {
        xml.Open("ErrorResponse", XmlNamespace);
        xml.Open("Error");
        xml.Text("Type", "Sender");
        xml.Text("Code", code);
        xml.Text("Message", message);
        xml.Close();
        xml.Text("RequestId", RequestScope.RequestId);
        xml.Close();
    }
}
