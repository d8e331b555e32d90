using System.CommandLine;

namespace BatchTools.Cli.Commands;

/// <summary>The argument that names a workload file.</summary>
internal static class WorkloadFileArgument
{
    public static Argument<string> Create() => new("FILE") { Description = "The workload file: environments, queues, definitions, jobs and sweeps." };
}
