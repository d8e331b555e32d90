namespace BatchTools.WorkloadFiles;

/// <summary>How what a step waits for must end, so that the step runs. Files write the names in lower case.</summary>
internal enum StepCondition
{
    /// <summary>Every job of it must succeed. The service itself waits.</summary>
    Ok,

    /// <summary>It must end, however.</summary>
    Any,

    /// <summary>A job of it must fail, or could not be submitted.</summary>
    NotOk,
}
