using Microsoft.CodeAnalysis;

namespace BatchTools.ServiceModels;

/// <summary>What the generator reports.</summary>
internal static class ModelDiagnostics
{
    /// <summary>A model file is malformed, or says what is not generated. Arguments: the file, what is wrong.</summary>
    public static readonly DiagnosticDescriptor Malformed = new(
        "BTSM001", "The service model cannot be used", "{0}: {1}", "ServiceModels", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <summary>A file has metadata that is no side of the wire. Arguments: the file, the metadata.</summary>
    public static readonly DiagnosticDescriptor UnknownSide = new(
        "BTSM002", "The side of the wire is unknown", "{0}: ServiceModelSide is '{1}'; it can be Client or Server", "ServiceModels", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
