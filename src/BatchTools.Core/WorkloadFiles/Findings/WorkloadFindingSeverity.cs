namespace BatchTools;

/// <summary>How much a finding in a workload file matters.</summary>
public enum WorkloadFindingSeverity
{
    /// <summary>A severity that this version does not know.</summary>
    UNKNOWN,

    /// <summary>The file can not be run.</summary>
    ERROR,

    /// <summary>The file can be run, but does or means something else than it seems to.</summary>
    WARNING,

    /// <summary>The file can be run, and could be better: cheaper, safer, easier to understand when something fails.</summary>
    ADVICE,
}
