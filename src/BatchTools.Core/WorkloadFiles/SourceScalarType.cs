namespace BatchTools.WorkloadFiles;

/// <summary>The kinds of values without parts.</summary>
internal enum SourceScalarType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Nothing.</summary>
    Null,
}
