namespace BatchTools.ServiceModels;

/// <summary>One model file as the compiler hands it over.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Side">Its <c>ServiceModelSide</c> metadata.</param>
/// <param name="Text">Its text.</param>
internal sealed record ServiceFile(string Path, string Side, string Text)
{
    private const string EndpointsEnd = ".endpoints";
    private const string CustomizationsEnd = ".customizations";

    private string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The service it belongs to.</summary>
    public string Service => Without(Without(Stem, EndpointsEnd), CustomizationsEnd);

    /// <summary>Whether it holds the endpoint rules.</summary>
    public bool IsEndpoints => Stem.EndsWith(EndpointsEnd, StringComparison.Ordinal);

    /// <summary>Whether it holds the customizations.</summary>
    public bool IsCustomizations => Stem.EndsWith(CustomizationsEnd, StringComparison.Ordinal);

    private static string Without(string text, string end) =>
        text.EndsWith(end, StringComparison.Ordinal) ? text.Substring(0, text.Length - end.Length) : text;
}
