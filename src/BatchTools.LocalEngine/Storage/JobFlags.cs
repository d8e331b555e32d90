namespace BatchTools.LocalEngine.Storage;

/// <summary>The truth values of a job's row. The numbers are on disk.</summary>
[Flags]
internal enum JobFlags
{
    Cancelled = 1,
    Terminated = 2,
}
