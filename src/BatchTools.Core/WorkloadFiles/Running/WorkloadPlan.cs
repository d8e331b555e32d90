namespace BatchTools.WorkloadFiles;

/// <summary>What a file needs at a connection before its jobs can be submitted.</summary>
/// <param name="Resources">What is to be done with the resources of the file.</param>
internal sealed record WorkloadPlan(ResourcePlan Resources)
{
    /// <summary>The definitions, as steps name them, that have no single container and so take no variables.</summary>
    public HashSet<string> WithoutContainer { get; } = new(StringComparer.Ordinal);

    /// <summary>The definitions, as steps name them, that run on Fargate.</summary>
    public HashSet<string> OnFargate { get; } = new(StringComparer.Ordinal);

    /// <summary>Notes what matters of a definition.</summary>
    public void Know(string name, Amazon.Batch.Model.ContainerProperties? container, List<string>? platforms)
    {
        if (container is null)
            WithoutContainer.Add(name);
        if (platforms?.Contains("FARGATE") == true)
            OnFargate.Add(name);
    }
}
