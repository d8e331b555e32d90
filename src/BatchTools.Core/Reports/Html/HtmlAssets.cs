using System.Security.Cryptography;
using System.Text;

namespace BatchTools;

/// <summary>The style and the script of the page, which are embedded in this assembly and go into the page whole.</summary>
internal static class HtmlAssets
{
    /// <summary>The style.</summary>
    public static string Style { get; } = Read("report.css");

    /// <summary>The script.</summary>
    public static string Script { get; } = Read("report.js");

    /// <summary>The policy for the page: no request goes anywhere, and no script runs but the page's own.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'; base-uri 'none'; form-action 'none'";

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(HtmlAssets).Assembly.GetManifestResourceStream("BatchTools.Reports." + name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    }
}
