using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace BatchTools.Aws.Wire;

/// <summary>An operation of a service: how its request is written and its answer is read.</summary>
/// <typeparam name="TRequest">Its request.</typeparam>
/// <typeparam name="TResponse">Its answer.</typeparam>
/// <param name="service">The service.</param>
/// <param name="marshal">Writes a request into an HTTP message.</param>
/// <param name="read">Reads an answer.</param>
internal sealed class Operation<TRequest, TResponse>(
    ServiceDescription service,
    Action<TRequest, RequestMessage> marshal,
    ReadValue<TResponse> read) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly AnswerUnmarshaller<TResponse> _unmarshaller = new(service, read);

    /// <summary>What the SDK's pipeline needs to carry out one call.</summary>
    public InvokeOptions Options() => new() { RequestMarshaller = this, ResponseUnmarshaller = _unmarshaller };

    /// <inheritdoc/>
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var message = new RequestMessage(service, input);
        marshal((TRequest)input, message);
        return message.Request;
    }
}
