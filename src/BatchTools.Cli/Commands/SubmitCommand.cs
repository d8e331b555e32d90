using System.CommandLine;
using System.CommandLine.Parsing;
using BatchTools.Cli.Running;

namespace BatchTools.Cli.Commands;

/// <summary>`batchtools submit`: submits the jobs of a workload file, and waits for them if asked to.</summary>
internal sealed class SubmitCommand() : Subcommand(
    "submit",
    "Submits the jobs of a workload file, after creating what is missing and changing what differs; with --monitor, waits for them and sums up.",
    """
      batchtools submit workflow.json --monitor --output ids.txt --timeout-minutes 60
      batchtools submit nightly.json --workload nightly-1204 --region us-east-1
      batchtools wait --workload nightly-1204 --region us-east-1
    """)
{
    private readonly FileOptions _file = new(FileUse.Submit);

    private readonly Option<bool> _monitor = new("--monitor") { Description = "Wait for the jobs, as 'batchtools run' does. Default: end when all are submitted." };

    protected override IEnumerable<Symbol> Symbols => [.. _file.Symbols, _monitor];

    protected override bool MayStartJobs => true;

    protected override bool StartsJobs(ParseResult parsed) => parsed.GetValue(_monitor);

    protected override void Check(CommandResult result)
    {
        _file.Check(result);
        if (!result.GetValue(_monitor) && _file.FirstForWaiting(result) is { } option)
            result.AddError($"{option} goes with --monitor; without it nobody waits for the jobs");
    }

    protected override Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken) =>
        new FileRun(_file.Read(session) with { Monitors = session.Value(_monitor) }, session).RunAsync(cancellationToken);
}
