namespace BatchTools.WorkloadFiles;

/// <summary>Something that a workload file describes in AWS's own shape.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Request">The request that creates it.</param>
/// <param name="Source">What the file says.</param>
internal sealed record FileItem<T>(string Name, T Request, SourceObject Source)
{
    /// <summary>Its place in the file.</summary>
    public string Where => Source.Where;
}
