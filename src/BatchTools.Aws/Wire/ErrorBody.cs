using System.Text;
using System.Text.Json;

namespace BatchTools.Aws.Wire;

/// <summary>The body of an error: JSON as a rule, but a proxy on the way may answer with anything.</summary>
/// <param name="content">The body.</param>
/// <param name="maxDepth">How deep JSON may nest.</param>
internal sealed class ErrorBody(ReadOnlyMemory<byte> content, int maxDepth)
{
    private const int ShownLength = 500;

    /// <summary>No body.</summary>
    public static ErrorBody None { get; } = new(default, 1);

    /// <summary>The start of the body as text, for messages.</summary>
    public string Text
    {
        get
        {
            var text = Encoding.UTF8.GetString(content.Span).Trim();
            return text.Length <= ShownLength ? text : text[..ShownLength] + "…";
        }
    }

    /// <summary>A member of the body's object, or null where there is none or the body is no such JSON.</summary>
    public T? Member<T>(string name, ReadValue<T> read)
        where T : class
    {
        var utf8Name = Encoding.UTF8.GetBytes(name);
        try
        {
            var reader = new WireReader(content.Span, maxDepth);
            reader.Start();
            reader.EnterObject();
            while (reader.NextMember())
            {
                if (reader.Named(utf8Name))
                    return read(ref reader);
                reader.SkipValue();
            }
        }
        // The error itself is what matters: it is reported with what could be read.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
        }
        return null;
    }
}
