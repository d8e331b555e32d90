using System.Text;
using System.Xml.Linq;
using BatchTools.LocalEngine.Api;

namespace BatchTools.LocalEngine.Tests.Api;

/// <summary>Requests as forms, and what the XML replies say.</summary>
internal static class Form
{
    /// <summary>A request of these fields.</summary>
    public static ServiceRequest Of(string fields) => new(
        "POST", "/", "",
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8" },
        Encoding.UTF8.GetBytes(fields));

    public static XElement Xml(ServiceReply reply) => XDocument.Parse(Encoding.UTF8.GetString(reply.Body.Span)).Root!;

    /// <summary>The texts of the elements of a name, wherever they are.</summary>
    public static List<string> Texts(ServiceReply reply, string name) =>
        [.. Xml(reply).Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value)];

    public static string Text(ServiceReply reply, string name) => Assert.Single(Texts(reply, name));
}
