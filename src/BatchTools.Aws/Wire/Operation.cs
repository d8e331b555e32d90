using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace BatchTools.Aws.Wire;

/// <summary>An operation of a service: how its request is written and its answer is read.</summary>
/// <typeparam name="TRequest">Its request.</typeparam>
/// <typeparam name="TResponse">Its answer.</typeparam>
/// <param name="service">The service.</param>
/// <param name="marshal">Writes a request into an HTTP message.</param>
/// <param name="unmarshaller">Reads an answer.</param>
internal sealed class Operation<TRequest, TResponse>(
    ServiceDescription service,
    Action<TRequest, RequestMessage> marshal,
    ResponseUnmarshaller unmarshaller) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    /// <summary>An operation that is answered in JSON.</summary>
    public Operation(ServiceDescription service, Action<TRequest, RequestMessage> marshal, ReadValue<TResponse> read)
        : this(service, marshal, new AnswerUnmarshaller<TResponse>(service, read))
    {
    }

    /// <summary>An operation that is answered in XML.</summary>
    public Operation(ServiceDescription service, Action<TRequest, RequestMessage> marshal, ReadXmlValue<TResponse> read)
        : this(service, marshal, new XmlAnswerUnmarshaller<TResponse>(service, read))
    {
    }

    /// <summary>What the SDK's pipeline needs to carry out one call.</summary>
    public InvokeOptions Options() => new() { RequestMarshaller = this, ResponseUnmarshaller = unmarshaller };

    /// <inheritdoc/>
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var message = new RequestMessage(service, input);
        marshal((TRequest)input, message);
        return message.Request;
    }
}
