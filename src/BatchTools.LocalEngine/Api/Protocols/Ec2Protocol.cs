using System.Text.Json;

namespace BatchTools.LocalEngine.Api;

/// <summary>The protocol <c>ec2</c>: names begin with a capital, lists are <c>Name.1</c>, and answers have no result element.</summary>
/// <param name="validationError">The error type for a request that breaks the model's rules.</param>
/// <param name="xmlNamespace">The namespace of answers.</param>
/// <param name="shapes">The service's shapes.</param>
internal sealed class Ec2Protocol(string validationError, string xmlNamespace, WireShapes shapes) : FormProtocol(validationError, xmlNamespace, shapes)
{
    /// <inheritdoc/>
    protected override FormStyle Style => FormStyle.Ec2;

    /// <inheritdoc/>
    protected override void WriteAnswer(XmlAnswer xml, string operation, JsonElement answer)
    {
        xml.Open(operation + "Response", XmlNamespace + "/");
        xml.Text("requestId", RequestScope.RequestId);
        xml.WriteMembers(answer, Shapes.Response(operation));
        xml.Close();
    }

    /// <inheritdoc/>
    protected override void WriteError(XmlAnswer xml, string code, string message)
    {
        xml.Open("Response");
        xml.Open("Errors");
        xml.Open("Error");
        xml.Text("Code", code);
        xml.Text("Message", message);
        xml.Close();
        xml.Close();
        xml.Text("RequestID", RequestScope.RequestId);
        xml.Close();
    }
}
