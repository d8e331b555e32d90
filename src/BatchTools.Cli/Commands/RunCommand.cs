using System.CommandLine;
using System.CommandLine.Parsing;
using BatchTools.Cli.Running;

namespace BatchTools.Cli.Commands;

/// <summary>`batchtools run`: runs a workload file to its end.</summary>
internal sealed class RunCommand() : Subcommand(
    "run",
    "Runs a workload file: creates what is missing, changes what differs, submits its jobs, waits for them and sums up.",
    """
      batchtools run docs/examples/scientific-simulation.json --local --report report.html
      batchtools run nightly.yaml --profile prod --region us-east-1 --timeout 4h --param dataset=clean
    """)
{
    private readonly FileOptions _file = new(FileUse.Submit);

    protected override IEnumerable<Symbol> Symbols => _file.Symbols;

    protected override bool MayStartJobs => true;

    protected override void Check(CommandResult result) => _file.Check(result);

    protected override Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken) =>
        new FileRun(_file.Read(session), session).RunAsync(cancellationToken);
}
