using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace BatchTools.Aws.Wire;

/// <summary>Finds an error's type, message and request id in EC2's XML; a proxy on the way may answer with anything else.</summary>
internal static class XmlError
{
    /// <summary>Reads the error.</summary>
    public static ErrorResponse Read(byte[] content, HttpStatusCode status)
    {
        var error = new ErrorResponse { Type = ErrorType.Unknown, StatusCode = status };
        try
        {
            using var xml = XmlAnswerReader.Open(new MemoryStream(content));
            var reader = new XmlAnswerReader(xml);
            reader.Start();
            Collect(ref reader, error);
        }
        // The error itself is what matters: it is reported with what could be read.
        catch (XmlException)
        {
        }

        error.Message ??= ErrorReading.Told(new ErrorBody(content, 1), error.Code, status);
        return error;
    }

    private static void Collect(ref XmlAnswerReader reader, ErrorResponse error)
    {
        reader.EnterObject();
        while (reader.NextMember())
        {
            if (reader.Named("Errors") || reader.Named("Error"))
                Collect(ref reader, error);
            else if (reader.Named("Code"))
                error.Code = reader.ReadText();
            else if (reader.Named("Message"))
                error.Message = reader.ReadText();
            else if (reader.Named("RequestID"))
                error.RequestId = reader.ReadText();
            else
                reader.SkipValue();
        }
    }
}
