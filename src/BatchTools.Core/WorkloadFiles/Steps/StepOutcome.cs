namespace BatchTools.WorkloadFiles;

/// <summary>What became of a step.</summary>
internal enum StepOutcome
{
    /// <summary>That is not known yet.</summary>
    Open,

    /// <summary>All of its jobs succeeded.</summary>
    Ok,

    /// <summary>A job of it failed, vanished, or could not be submitted.</summary>
    Failed,

    /// <summary>It was left out, as what it waits for ended otherwise than it asks for.</summary>
    LeftOut,
}
