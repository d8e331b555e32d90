namespace BatchTools.LocalEngine.Scheduling;

/// <summary>How a job waits for another one.</summary>
internal enum DependencyKind
{
    /// <summary>For the job as a whole.</summary>
    Whole,

    /// <summary>N_TO_N: each child for the other array's child of the same index.</summary>
    Matched,

    /// <summary>SEQUENTIAL: each child for the one before it.</summary>
    Sequential,
}
