namespace BatchTools.WorkloadFiles;

/// <summary>Recognises a file made for a command of AWS CLI, whose content belongs into a section of a workload file.</summary>
internal static class BareInput
{
    private static readonly (string Member, string Command, string Section)[] Inputs =
    [
        ("jobDefinitionName", "register-job-definition", "jobDefinitions"),
        ("jobQueueName", "create-job-queue", "jobQueues"),
        ("computeEnvironmentName", "create-compute-environment", "computeEnvironments"),
        ("jobName", "submit-job", "jobs"),
    ];

    /// <summary>Refuses such a file, saying where its content belongs.</summary>
    /// <exception cref="BatchException">It is such a file.</exception>
    public static void Refuse(SourceNode root)
    {
        if (root is not SourceObject source)
            return;
        foreach (var (member, command, section) in Inputs.Where(input => source.Find(input.Member) is not null))
        {
            throw BatchException.For(
                nameof(Messages.FileIsBareInput), ErrorKind.InvalidInput, source, root.Where, source.Find(member)!.Where, member, command, section);
        }
    }
}
