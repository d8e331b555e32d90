using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchTools.ServiceModels.Tests;

/// <summary>The metadata of model files.</summary>
internal sealed class ModelTextOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new SideOption("");

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new SideOption((textFile as ModelText)?.Side ?? "");

    private sealed class SideOption(string side) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_metadata.AdditionalFiles.ServiceModelSide" && side.Length > 0 ? side : null;
            return value is not null;
        }
    }
}
