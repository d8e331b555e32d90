namespace BatchTools.ServiceModels.Models;

/// <summary>The widths of numbers that a model can name.</summary>
internal enum NumberKind
{
    /// <summary>32 bits.</summary>
    Integer,

    /// <summary>64 bits.</summary>
    Long,

    /// <summary>Floating point, 32 bits.</summary>
    Float,

    /// <summary>Floating point, 64 bits.</summary>
    Double,
}
