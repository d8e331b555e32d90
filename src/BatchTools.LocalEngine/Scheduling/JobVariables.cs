using System.Globalization;
using KeyValuePair = BatchTools.LocalEngine.Api.Batch.KeyValuePair;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>The environment variables of a job: its definition's, its overrides' on top, and those that AWS Batch sets.</summary>
internal static class JobVariables
{
    /// <summary>Names that begin so are AWS Batch's own.</summary>
    public const string ReservedPrefix = "AWS_BATCH";

    public static void Add(IDictionary<string, string> environment, ExecutableJob job, Attempt attempt)
    {
        AddAll(environment, job.Submission.Container.Environment);
        AddAll(environment, job.Submission.Overrides?.Environment);
        environment["AWS_BATCH_JOB_ID"] = job.Id;
        environment["AWS_BATCH_JOB_ATTEMPT"] = job.Attempts.Length.ToString(CultureInfo.InvariantCulture);
        environment["AWS_BATCH_JQ_NAME"] = job.Submission.Queue.Name;
        environment["AWS_BATCH_CE_NAME"] = attempt.EnvironmentName;
        if (job is not ArrayChild child)
            return;
        environment["AWS_BATCH_JOB_ARRAY_INDEX"] = child.Index.ToString(CultureInfo.InvariantCulture);
        environment["AWS_BATCH_JOB_ARRAY_SIZE"] = child.Parent.Children.Length.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The definition's variables with the override's of the same name in their place.</summary>
    public static List<KeyValuePair> Merge(List<KeyValuePair>? defined, List<KeyValuePair>? overriding)
    {
        if (overriding is null or [])
            return defined ?? [];
        return [.. (defined ?? []).Where(variable => overriding.All(other => other.Name != variable.Name)), .. overriding];
    }

    private static void AddAll(IDictionary<string, string> environment, List<KeyValuePair>? variables)
    {
        foreach (var variable in variables ?? [])
        {
            if (!string.IsNullOrEmpty(variable.Name))
                environment[variable.Name] = variable.Value ?? "";
        }
    }
}
