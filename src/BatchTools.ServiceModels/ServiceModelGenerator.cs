using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using BatchTools.ServiceModels.Emission.Client;
using BatchTools.ServiceModels.Emission.Server;
using BatchTools.ServiceModels.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BatchTools.ServiceModels;

/// <summary>
/// Generates one side of the wire for each AWS service whose model is among the project's additional files,
/// the side being their <c>ServiceModelSide</c> metadata.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ServiceModelGenerator : IIncrementalGenerator
{
    /// <summary>The step that yields each service's files; it is the one that later steps are cached by.</summary>
    internal const string ServicesStep = "Services";

    private const string SideMetadata = "build_metadata.AdditionalFiles.ServiceModelSide";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => Load(pair.Left, pair.Right, cancellationToken))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!);
        var services = files.Collect().SelectMany(static (all, _) => Group(all)).WithTrackingName(ServicesStep);
        context.RegisterSourceOutput(services, static (output, service) => Generate(output, service));
    }

    private static ServiceFile? Load(AdditionalText text, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        options.GetOptions(text).TryGetValue(SideMetadata, out var side) && side.Length > 0
            && text.GetText(cancellationToken) is { } content
            ? new(text.Path, side, content.ToString())
            : null;

    private static IEnumerable<ServiceFiles> Group(ImmutableArray<ServiceFile> files) =>
        from file in files
        where !file.IsEndpoints && !file.IsCustomizations
        let siblings = files.Where(other => other.Service == file.Service && other.Side == file.Side).ToList()
        select new ServiceFiles(
            file.Service, file.Side, file.Path, file.Text,
            siblings.FirstOrDefault(other => other.IsEndpoints)?.Text,
            siblings.FirstOrDefault(other => other.IsCustomizations)?.Text);

    private static void Generate(SourceProductionContext output, ServiceFiles service)
    {
        var file = Path.GetFileName(service.Path);
        if (!Enum.TryParse<ServiceSide>(service.Side, out var side))
        {
            output.ReportDiagnostic(Diagnostic.Create(ModelDiagnostics.UnknownSide, Location.None, file, service.Side));
            return;
        }
        try
        {
            foreach (var (name, text) in Emit(service, side))
                output.AddSource(name + ".g.cs", SourceText.From(text, Encoding.UTF8));
        }
        catch (Exception e) when (e is ModelException or JsonException)
        {
            output.ReportDiagnostic(Diagnostic.Create(ModelDiagnostics.Malformed, Location.None, file, e.Message));
        }
    }

    private static IEnumerable<(string Name, string Text)> Emit(ServiceFiles service, ServiceSide side)
    {
        var model = ModelReader.Read(service.Model, Sibling(service, service.Customizations, "customizations"));
        return side == ServiceSide.Client
            ? ClientSide.Emit(model.ForClient(), Sibling(service, service.Endpoints, "endpoints"))
            : ServerSide.Emit(model.ForServer());
    }

    private static string Sibling(ServiceFiles service, string? text, string kind) =>
        text ?? throw new ModelException($"there is no {service.Name}.{kind}.json beside it");
}
