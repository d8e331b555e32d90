using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BatchTools.ServiceModels.Tests;

/// <summary>Runs of the generator over model files, together with the hand-written half of one side.</summary>
internal static class Generation
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private static readonly IReadOnlyList<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    // The SDK's own default: a reference to an older version of a framework assembly is no cause for a warning.
    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        .WithSpecificDiagnosticOptions([KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress)]);

    private static readonly string Root = typeof(Generation).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>A driver, and what it has generated from the files.</summary>
    public static GeneratorDriver Run(params AdditionalText[] files) =>
        Driver(files).RunGenerators(Compilation([]), TestContext.Current.CancellationToken);

    /// <summary>The messages of a run.</summary>
    public static IReadOnlyList<string> Messages(params AdditionalText[] files) =>
        [.. Run(files).GetRunResult().Diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage()}")];

    /// <summary>What the compiler says of the generated code and the hand-written files of these patterns.</summary>
    public static IReadOnlyList<string> CompileWith(IEnumerable<string> handWritten, params AdditionalText[] files)
    {
        var sources = handWritten.SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(Root, Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern)));
        Driver(files).RunGeneratorsAndUpdateCompilation(
            Compilation(sources),
            out var compilation, out var generated, TestContext.Current.CancellationToken);
        return [.. generated.Concat(compilation.GetDiagnostics(TestContext.Current.CancellationToken))
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString())];
    }

    /// <summary>The three files of a service.</summary>
    public static AdditionalText[] Toy(string side, string model = TinyModel.Model, string? customizations = TinyModel.Customizations, string? endpoints = TinyModel.Endpoints) =>
    [
        new ModelText("/models/toy.json", side, model),
        .. customizations is null ? [] : new[] { new ModelText("/models/toy.customizations.json", side, customizations) },
        .. endpoints is null ? [] : new[] { new ModelText("/models/toy.endpoints.json", side, endpoints) },
    ];

    public static GeneratorDriver Driver(IEnumerable<AdditionalText> files) => CSharpGeneratorDriver.Create(
        [new ServiceModelGenerator().AsSourceGenerator()],
        files,
        ParseOptions,
        new ModelTextOptions(),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static CSharpCompilation Compilation(IEnumerable<string> files) => CSharpCompilation.Create(
        "Generated",
        files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), ParseOptions, file))
            .Append(CSharpSyntaxTree.ParseText(GlobalUsings, ParseOptions)),
        References,
        Options);
}
