using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace BatchTools.Aws.Wire;

/// <summary>Reads an operation's answers and errors in EC2's XML for the SDK's pipeline.</summary>
/// <typeparam name="TResponse">The answer.</typeparam>
/// <param name="service">The service.</param>
/// <param name="read">Reads an answer's document.</param>
internal sealed class XmlAnswerUnmarshaller<TResponse>(ServiceDescription service, ReadXmlValue<TResponse> read) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    /// <inheritdoc/>
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        using var xml = XmlAnswerReader.Open(input.Stream);
        var reader = new XmlAnswerReader(xml);
        try
        {
            reader.Start();
            var answer = read(ref reader);
            answer.ResponseMetadata = new ResponseMetadata { RequestId = Header(input.ResponseData) };
            return answer;
        }
        catch (XmlException exception)
        {
            throw new AmazonUnmarshallingException(Header(input.ResponseData), xml.LocalName, exception);
        }
    }

    /// <inheritdoc/>
    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var buffer = new MemoryStream();
        input.Stream.CopyTo(buffer);
        var error = XmlError.Read(buffer.ToArray(), statusCode);
        error.RequestId ??= Header(input.ResponseData);
        error.InnerException = innerException;
        return service.CreateError(error, ErrorBody.None);
    }

    private static string? Header(IWebResponseData answer) =>
        answer.IsHeaderPresent(HeaderKeys.RequestIdHeader) ? answer.GetHeaderValue(HeaderKeys.RequestIdHeader) : null;
}
