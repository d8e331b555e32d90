using System.CommandLine;
using System.CommandLine.Parsing;
using BatchTools.Cli.Running;

namespace BatchTools.Cli.Commands;

/// <summary>`batchtools wait`: waits for jobs, however they were submitted.</summary>
internal sealed class WaitCommand() : Subcommand(
    "wait",
    "Waits for the jobs of a workload, or for single ones, and sums up.",
    """
      batchtools wait --workload nightly-1204 --timeout-minutes 90
      batchtools wait --job $(cat ids.txt) --json
    """)
{
    private readonly JobSelection _jobs = new();
    private readonly TimeLimit _limit = new();

    protected override IEnumerable<Symbol> Symbols => [.. _jobs.Options, .. _limit.Options];

    protected override bool MayStartJobs => true;

    protected override void Check(CommandResult result)
    {
        _jobs.Check(result);
        _limit.Check(result);
    }

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var jobs = await _jobs.FindAsync(session, cancellationToken);
        return await new JobWait(session, _jobs.Workload(session)).RunAsync(jobs, _limit.Read(session), cancellationToken);
    }
}
