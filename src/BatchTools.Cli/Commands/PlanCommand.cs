using System.CommandLine;
using System.CommandLine.Parsing;
using BatchTools.Cli.Rendering;
using BatchTools.Cli.Running;

namespace BatchTools.Cli.Commands;

/// <summary>`batchtools plan`: tells what a run of a file would do.</summary>
internal sealed class PlanCommand() : Subcommand(
    "plan",
    "Checks a workload file against what exists, and tells what 'batchtools run' would create, change and submit. It changes nothing.",
    """
      batchtools plan workflow.json
      batchtools plan nightly.json --workload nightly-1204 --region us-east-1
    """)
{
    private readonly FileOptions _file = new(FileUse.Plan);

    protected override IEnumerable<Symbol> Symbols => _file.Symbols;

    protected override void Check(CommandResult result) => _file.Check(result);

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var settings = _file.Read(session);
        var file = WorkloadFile.Load(settings.File, settings.Parameters);
        foreach (var warning in file.Warnings)
            session.Display.Warning(warning);
        var connection = await session.ConnectAsync(cancellationToken);
        var options = new WorkloadRunOptions { Workload = settings.Workload, Force = settings.Force, Resume = settings.Resume };
        var plan = await new WorkloadRun(connection, session.Display).PlanAsync(file, options, cancellationToken);
        await foreach (var finding in new WorkloadInspection(connection).AdviseAsync(file, cancellationToken))
            session.Display.Finding(finding);
        PlanOutput.Write(session.Terminal, plan);
        return Outcome.Code(session.Display.Errors);
    }
}
