namespace BatchTools;

/// <summary>What costs are added up by.</summary>
public enum CostGrouping
{
    /// <summary>By workload; jobs of none together.</summary>
    Workload,

    /// <summary>By queue.</summary>
    JobQueue,

    /// <summary>By job definition, whatever its revision.</summary>
    JobDefinition,

    /// <summary>Not at all: each job for itself.</summary>
    Job,
}
