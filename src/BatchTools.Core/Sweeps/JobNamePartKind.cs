namespace BatchTools;

/// <summary>What a part of a job name template stands for.</summary>
internal enum JobNamePartKind
{
    /// <summary>Itself.</summary>
    Literal,

    /// <summary>The value of a parameter.</summary>
    Parameter,

    /// <summary>The index of the point.</summary>
    Index,
}
