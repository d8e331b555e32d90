using System.CommandLine;
using System.CommandLine.Parsing;
using BatchTools.Cli.Running;

namespace BatchTools.Cli.Commands;

/// <summary>The options that name jobs: those of a workload, or single ones.</summary>
internal sealed class JobSelection
{
    private readonly Option<string?> _workload = new("--workload") { HelpName = "NAME", Description = "The jobs of this workload." };

    private readonly Option<string[]> _jobs = new("--job")
    {
        HelpName = "ID",
        Description = "These jobs, by id or ARN; several may follow each other.",
        AllowMultipleArgumentsPerToken = true,
    };

    public IEnumerable<Option> Options => [_workload, _jobs];

    /// <summary>Refuses a command that names no jobs, or names them twice.</summary>
    public void Check(CommandResult result)
    {
        var ids = result.GetValue(_jobs) is { Length: > 0 };
        if (result.GetValue(_workload) is null == !ids)
            result.AddError("say which jobs: --workload NAME, or --job ID");
    }

    /// <summary>The name of the workload, if the jobs are those of one.</summary>
    public string? Workload(CommandSession session) => session.Value(_workload);

    /// <summary>The jobs that are named. A workload that has none is reported.</summary>
    /// <exception cref="BatchException">An id is none.</exception>
    public async Task<IAsyncEnumerable<JobReference>> FindAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var named = (session.Value(_jobs) ?? []).Select(id => JobReference.To(id)).ToArray();
        var connection = await session.ConnectAsync(cancellationToken);
        return Workload(session) is { } workload
            ? WorkloadJobs.FindAsync(connection, [workload], session.Display, cancellationToken)
            : named.ToStreamAsync(cancellationToken);
    }
}
