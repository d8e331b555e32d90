namespace BatchTools;

/// <summary>What values a parameter of a workload file takes.</summary>
public enum WorkloadParameterType
{
    /// <summary>A type that this version does not know.</summary>
    UNKNOWN,

    /// <summary>Any text.</summary>
    STRING,

    /// <summary>A number.</summary>
    NUMBER,

    /// <summary>True or false.</summary>
    BOOLEAN,
}
