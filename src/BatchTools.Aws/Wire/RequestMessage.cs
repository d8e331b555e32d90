using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace BatchTools.Aws.Wire;

/// <summary>An HTTP message under construction.</summary>
internal sealed class RequestMessage
{
    private readonly ServiceDescription _service;

    /// <summary>Begins the message of a request.</summary>
    public RequestMessage(ServiceDescription service, AmazonWebServiceRequest input)
    {
        _service = service;
        Request = new DefaultRequest(input, service.Name);
        Request.Headers[HeaderKeys.XAmzApiVersion] = service.ApiVersion;
    }

    /// <summary>The message so far.</summary>
    public IRequest Request { get; }

    /// <summary>Sets the method and the path of a rest-json operation.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, with labels in braces.</param>
    public void Rest(string method, string path)
    {
        Request.HttpMethod = method;
        Request.ResourcePath = path;
    }

    /// <summary>Names the operation of a json service.</summary>
    public void Target(string operation)
    {
        Rest("POST", "/");
        Request.Headers["X-Amz-Target"] = _service.TargetPrefix + "." + operation;
    }

    /// <summary>Sets a label of the path; the SDK percent-encodes it, slashes included.</summary>
    /// <exception cref="AmazonServiceException">It is missing, and without it the path would be another operation's.</exception>
    public void Label(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            throw MissingMember(name);
        Request.AddPathResource("{" + name + "}", value);
    }

    /// <summary>Adds a parameter to the query, unless it is null.</summary>
    public void Query(string name, string? value)
    {
        Request.UseQueryString = true;
        if (value is not null)
            Request.ParameterCollection.Add(name, value);
    }

    /// <summary>Adds each value to the query under the same name, unless the list is null.</summary>
    public void Query(string name, List<string>? values)
    {
        Request.UseQueryString = true;
        if (values is not null)
            Request.ParameterCollection.Add(name, values);
    }

    /// <summary>Sets the JSON body.</summary>
    public void Body(Action<Utf8JsonWriter> write)
    {
        Request.Content = WireWriting.Json(write);
        Request.Headers[HeaderKeys.ContentTypeHeader] = _service.ContentType;
    }

    /// <summary>Sets the form of an operation of EC2.</summary>
    public void Form(string operation, Action<FormWriter> write)
    {
        Rest("POST", "/");
        var form = new FormWriter();
        form.Field("Action", operation);
        form.Field("Version", _service.ApiVersion);
        write(form);
        Request.Content = Encoding.UTF8.GetBytes(form.ToString());
        Request.Headers[HeaderKeys.ContentTypeHeader] = _service.ContentType;
    }

    private AmazonServiceException MissingMember(string name) =>
        _service.CreateError(new ErrorResponse { Message = $"Request object does not have required field {name} set" }, ErrorBody.None);
}
