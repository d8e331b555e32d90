using System.CommandLine;
using System.CommandLine.Parsing;
using BatchTools.Cli.Rendering;
using BatchTools.Cli.Running;

namespace BatchTools.Cli.Commands;

/// <summary>`batchtools logs`: prints what jobs wrote to their logs.</summary>
internal sealed class LogsCommand() : Subcommand(
    "logs",
    "Prints what jobs wrote to their logs, or follows it while they write. With --quiet the lines alone, just as they were written.",
    """
      batchtools logs --workload nightly-1204 --follow
      batchtools logs --job $(cat ids.txt) --tail 20
    """)
{
    private readonly JobSelection _jobs = new();

    private readonly Option<bool> _follow = new("--follow") { Description = "Go on until all the jobs have finished; lines of all of them as they are written." };

    private readonly Option<int?> _tail = new("--tail") { HelpName = "N", Description = "Only the last lines of each attempt, this many.", CustomParser = WholeNumber.Parse };

    protected override IEnumerable<Symbol> Symbols => [.. _jobs.Options, _follow, _tail];

    protected override bool MayStartJobs => true;

    protected override bool StartsJobs(ParseResult parsed) => parsed.GetValue(_follow);

    protected override void Check(CommandResult result) => _jobs.Check(result);

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var jobs = await _jobs.FindAsync(session, cancellationToken);
        var connection = await session.ConnectAsync(cancellationToken);
        var options = new LogOptions { Follow = session.Value(_follow), Tail = session.Value(_tail) };
        await foreach (var line in new JobLogs(connection, session.Display).ReadAsync(jobs, options, cancellationToken))
            LogLine.Write(session.Terminal, line);
        return Outcome.Code(session.Display.Errors);
    }
}
