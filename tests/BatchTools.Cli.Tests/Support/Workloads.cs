using System.Text.Json;

namespace BatchTools.Cli.Tests.Support;

/// <summary>Workload files of shell scripts, each script a job on the queue that every fresh engine has.</summary>
internal static class Workloads
{
    public static string OfScripts(params (string JobName, string Script)[] jobs) => JsonSerializer.Serialize(new
    {
        workload = new { name = "scripts" },
        jobDefinitions = new[] { Shell },
        jobs = jobs.Select(job => new
        {
            jobName = job.JobName,
            jobQueue = "local",
            jobDefinition = "shell",
            parameters = new { script = job.Script },
        }),
    });

    private static object Shell => new
    {
        jobDefinitionName = "shell",
        type = "container",
        containerProperties = new
        {
            image = "any",
            command = new[] { "sh", "-c", "Ref::script" },
            resourceRequirements = new[] { new { type = "VCPU", value = "0.25" }, new { type = "MEMORY", value = "16" } },
        },
    };
}
