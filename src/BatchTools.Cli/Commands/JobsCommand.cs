using System.CommandLine;
using System.CommandLine.Parsing;
using BatchTools.Cli.Rendering;
using BatchTools.Cli.Running;

namespace BatchTools.Cli.Commands;

/// <summary>`batchtools jobs`: lists jobs.</summary>
internal sealed class JobsCommand() : Subcommand(
    "jobs",
    "Lists jobs: all of them, or those that meet every condition that is given. With --quiet their ids alone.",
    """
      batchtools jobs --workload nightly-1204
      batchtools jobs --queue hpc --status RUNNABLE RUNNING
      batchtools jobs --name 'sim-*' --status FAILED --json
    """)
{
    private readonly Option<string?> _workload = new("--workload") { HelpName = "NAME", Description = "Only jobs of this workload." };

    private readonly Option<string[]> _queues = Several("--queue", "Q", "Only jobs of these queues, by name, pattern (*, ?) or ARN.");

    private readonly Option<JobStatus[]> _statuses = new("--status")
    {
        HelpName = "S",
        Description = "Only jobs in these states: SUBMITTED, PENDING, RUNNABLE, STARTING, RUNNING, SUCCEEDED, FAILED.",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = ReadStatuses,
    };

    private readonly Option<string[]> _names = Several("--name", "NAME", "Only jobs of these names, patterns (*, ?) among them.");

    private readonly Option<string?> _definition = new("--definition") { HelpName = "D", Description = "Only jobs of this definition: a name (*, ?), or name:revision." };

    protected override IEnumerable<Symbol> Symbols => [_workload, _queues, _statuses, _names, _definition];

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var filter = new JobFilter
        {
            Workload = session.Value(_workload),
            JobQueues = session.Value(_queues) ?? [],
            Statuses = session.Value(_statuses) ?? [],
            JobNames = session.Value(_names) ?? [],
            JobDefinition = session.Value(_definition),
        };
        var connection = await session.ConnectAsync(cancellationToken);
        var list = new JobList(session.Terminal);
        await foreach (var job in new Jobs(connection, session.Display).GetAsync(filter, cancellationToken))
            list.Add(job);
        return Outcome.Code(session.Display.Errors);
    }

    private static Option<string[]> Several(string name, string helpName, string description) =>
        new(name) { HelpName = helpName, Description = description, AllowMultipleArgumentsPerToken = true };

    private static JobStatus[]? ReadStatuses(ArgumentResult result)
    {
        var statuses = new List<JobStatus>();
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            if (Enum.TryParse<JobStatus>(text, ignoreCase: true, out var status) && status != JobStatus.UNKNOWN && char.IsAsciiLetter(text[0]))
                statuses.Add(status);
            else
                result.AddError($"'{text}' is no state of a job: give SUBMITTED, PENDING, RUNNABLE, STARTING, RUNNING, SUCCEEDED or FAILED");
        }

        return [.. statuses];
    }
}
