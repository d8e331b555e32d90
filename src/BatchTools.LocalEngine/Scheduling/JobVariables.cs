using System.Globalization;
using BatchTools.LocalEngine.Scheduling.Nodes;
using BatchTools.LocalEngine.Scheduling.Plans;
using KeyValuePair = BatchTools.LocalEngine.Api.Batch.KeyValuePair;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>The environment variables of a job: its definition's, its overrides' on top, and those that AWS Batch sets.</summary>
internal static class JobVariables
{
    /// <summary>Names that begin so are AWS Batch's own.</summary>
    public const string ReservedPrefix = "AWS_BATCH";

    public static void Add(IDictionary<string, string> environment, ExecutableJob job, ContainerPlan container, Attempt attempt)
    {
        AddAll(environment, container.Properties.Environment);
        AddAll(environment, container.Overrides?.Environment);
        environment["AWS_BATCH_JOB_ID"] = job.Id;
        environment["AWS_BATCH_JOB_ATTEMPT"] = job.Attempts.Length.ToString(CultureInfo.InvariantCulture);
        environment["AWS_BATCH_JQ_NAME"] = job.Submission.Queue.Name;
        environment["AWS_BATCH_CE_NAME"] = attempt.EnvironmentName;
        switch (job)
        {
            case ArrayChild child:
                environment["AWS_BATCH_JOB_ARRAY_INDEX"] = Text(child.Index);
                environment["AWS_BATCH_JOB_ARRAY_SIZE"] = Text(child.Parent.Children.Length);
                break;
            case NodeJob node:
                environment["AWS_BATCH_JOB_MAIN_NODE_INDEX"] = Text(node.Parent.Main.Index);
                environment["AWS_BATCH_JOB_NODE_INDEX"] = Text(node.Index);
                environment["AWS_BATCH_JOB_NUM_NODES"] = Text(node.Parent.Nodes.Length);
                if (!node.IsMain)
                    environment["AWS_BATCH_JOB_MAIN_NODE_PRIVATE_IPV4_ADDRESS"] = "127.0.0.1";
                break;
        }
    }

    /// <summary>The definition's variables with the override's of the same name in their place.</summary>
    public static List<KeyValuePair> Merge(List<KeyValuePair>? defined, List<KeyValuePair>? overriding)
    {
        if (overriding is null or [])
            return defined ?? [];
        return [.. (defined ?? []).Where(variable => overriding.All(other => other.Name != variable.Name)), .. overriding];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void AddAll(IDictionary<string, string> environment, List<KeyValuePair>? variables)
    {
        foreach (var variable in variables ?? [])
        {
            if (!string.IsNullOrEmpty(variable.Name))
                environment[variable.Name] = variable.Value ?? "";
        }
    }
}
