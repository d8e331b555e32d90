using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BatchTools.LocalEngine.Api;

/// <summary>One call of an operation: where its input's parts are read from and its answer is written.</summary>
/// <param name="protocol">The service's protocol.</param>
/// <param name="request">The request.</param>
/// <param name="operation">The operation's name.</param>
/// <param name="labels">The path's labels, still percent-encoded.</param>
internal sealed class OperationCall(ServerProtocol protocol, ServiceRequest request, string operation, IReadOnlyDictionary<string, string> labels)
{
    // Readers get JSON, not HTML: nothing but what JSON demands is escaped.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private const int MostSpare = 1024 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _spare;

    private QueryString? _query;

    /// <summary>Reads the body.</summary>
    /// <exception cref="ServiceError">SerializationException: it is not of the input's types.</exception>
    public T ReadBody<T>(ReadValue<T> read) => WireReader.ReadBody(protocol.ToJson(request, operation).Span, read);

    /// <summary>A label of the path.</summary>
    public string Label(string name) => PercentEncoding.Decode(labels[name], plusIsSpace: false);

    /// <summary>A parameter of the query, or null.</summary>
    public string? Query(string name) => QueryList(name)?[^1];

    /// <summary>All values of a parameter of the query, or null where there is none.</summary>
    public List<string>? QueryList(string name) => (_query ??= QueryString.Parse(request.RawQuery)).Values(name);

    /// <summary>Checks the input against its model's rules.</summary>
    /// <exception cref="ServiceError">A rule is broken.</exception>
    public void Check(Action<MemberCheck> validate)
    {
        var check = new MemberCheck();
        validate(check);
        check.ThrowIfFailed(protocol.ValidationError);
    }

    /// <summary>The reply with an output.</summary>
    public ServiceReply Answer(Action<Utf8JsonWriter> write) => new(200, protocol.ContentType, protocol.FromJson(Json(write), operation));

    /// <summary>The bytes of what <paramref name="write"/> writes.</summary>
    public static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter> write)
    {
        // What is written is copied out, in its size, so that the room for it is taken once a thread and does not grow anew with each answer.
        var buffer = _spare ?? new ArrayBufferWriter<byte>();
        _spare = null;
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            write(writer);
        var written = buffer.WrittenSpan.ToArray();
        buffer.ResetWrittenCount();
        if (buffer.Capacity <= MostSpare)
            _spare = buffer;
        return written;
    }
}
