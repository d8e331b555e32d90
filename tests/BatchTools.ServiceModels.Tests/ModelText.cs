using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BatchTools.ServiceModels.Tests;

/// <summary>A model file as the compiler hands it to the generator.</summary>
internal sealed class ModelText(string path, string side, string text) : AdditionalText
{
    public override string Path { get; } = path;

    /// <summary>Its <c>ServiceModelSide</c> metadata; empty for none.</summary>
    public string Side { get; } = side;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
