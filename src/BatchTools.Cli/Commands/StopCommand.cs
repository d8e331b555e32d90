using System.CommandLine;
using System.CommandLine.Parsing;
using BatchTools.Cli.Rendering;
using BatchTools.Cli.Running;

namespace BatchTools.Cli.Commands;

/// <summary>`batchtools stop`: ends jobs.</summary>
internal sealed class StopCommand() : Subcommand(
    "stop",
    "Stops jobs: what has not started is cancelled, what runs is terminated. Jobs that have finished are left as they are.",
    """
      batchtools stop --workload nightly-1204 --reason 'Wrong input'
      batchtools stop --job $(cat ids.txt) --wait
    """)
{
    private readonly JobSelection _jobs = new();

    private readonly Option<string?> _reason = new("--reason") { HelpName = "TEXT", Description = "Why; it becomes the status reason of the jobs. Default: Stopped by the user." };

    private readonly Option<bool> _wait = new("--wait") { Description = "Wait until each job has ended." };

    protected override IEnumerable<Symbol> Symbols => [.. _jobs.Options, _reason, _wait];

    protected override void Check(CommandResult result)
    {
        _jobs.Check(result);
        if (result.GetValue(_reason) is { Length: 0 or > 1024 })
            result.AddError("--reason takes 1 to 1,024 characters");
    }

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var options = new StopOptions { Wait = session.Value(_wait) };
        if (session.Value(_reason) is { } reason)
            options = options with { Reason = reason };
        var list = new JobList(session.Terminal);
        await foreach (var job in await StopAsync(session, options, cancellationToken))
            list.Add(job);
        return Outcome.Code(session.Display.Errors);
    }

    // All of a workload is also what is being submitted to it meanwhile.
    private async Task<IAsyncEnumerable<Job>> StopAsync(CommandSession session, StopOptions options, CancellationToken cancellationToken)
    {
        var connection = await session.ConnectAsync(cancellationToken);
        return _jobs.Workload(session) is { } workload
            ? new WorkloadStopper(connection, session.Display).StopAsync(workload, options, cancellationToken)
            : new JobStopper(connection, session.Display).StopAsync(await _jobs.FindAsync(session, cancellationToken), options, cancellationToken);
    }
}
