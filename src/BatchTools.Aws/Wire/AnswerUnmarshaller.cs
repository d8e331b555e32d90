using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace BatchTools.Aws.Wire;

/// <summary>Reads an operation's answers and errors for the SDK's pipeline.</summary>
/// <typeparam name="TResponse">The answer.</typeparam>
/// <param name="service">The service.</param>
/// <param name="read">Reads an answer's body.</param>
internal sealed class AnswerUnmarshaller<TResponse>(ServiceDescription service, ReadValue<TResponse> read) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    /// <inheritdoc/>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var body = Body(input);
        if (body.IsEmpty)
            return new TResponse();
        var reader = new WireReader(body.Span, input.JsonMaxDepth);
        reader.Start();
        return read(ref reader);
    }

    /// <inheritdoc/>
    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var body = new ErrorBody(Body(input), input.JsonMaxDepth);
        var error = ErrorReading.Read(input.ResponseData, body, statusCode);
        error.InnerException = innerException;
        return service.CreateError(error, body);
    }

    private static ReadOnlyMemory<byte> Body(JsonUnmarshallerContext input)
    {
        var buffer = new MemoryStream();
        input.Stream.CopyTo(buffer);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
