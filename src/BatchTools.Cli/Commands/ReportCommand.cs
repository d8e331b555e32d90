using System.CommandLine;
using System.CommandLine.Parsing;
using BatchTools.Cli.Rendering;
using BatchTools.Cli.Running;

namespace BatchTools.Cli.Commands;

/// <summary>`batchtools report`: sums up jobs.</summary>
internal sealed class ReportCommand() : Subcommand(
    "report",
    "Sums up the jobs of a workload, or single ones, as they are now. It waits for nothing, and failed jobs are no error of it.",
    """
      batchtools report --workload nightly-1204
      batchtools report --workload nightly-1204 --format markdown >> "$GITHUB_STEP_SUMMARY"
      batchtools report --workload nightly-1204 --cost --output report.html
      batchtools report --workload nightly-1204 --format junit --output results.xml
    """)
{
    private const string Table = "table";

    private readonly JobSelection _jobs = new();

    private readonly Option<string> _format = new("--format")
    {
        HelpName = "F",
        Description = "table, html, markdown, junit, json or csv. Default: by the name of the file, else a table.",
        CustomParser = ReadFormat,
    };

    private readonly Option<string?> _output = new("--output") { HelpName = "OUT", Description = "Write into this file, which is replaced. Default: to the output." };

    private readonly Option<bool> _cost = CommonOptions.Cost();

    protected override IEnumerable<Symbol> Symbols => [.. _jobs.Options, _cost, _format, _output];

    protected override void Check(CommandResult result)
    {
        _jobs.Check(result);
        if (result.GetResult(_format) is { Tokens: [{ Value: Table }] } && result.GetValue(_output) is not null)
            result.AddError("a table goes to the output; give --format another format for a file");
    }

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var path = session.Value(_output);
        ReportFormat? format = session.Value(_format) is { } name && name != Table ? Enum.Parse<ReportFormat>(name, ignoreCase: true)
            : path is not null ? Reports.FormatOf(path)
            : null;
        var summary = await SumAsync(session, cancellationToken);
        if (summary.JobCount > 0)
            await WriteAsync(session, summary, format, path, cancellationToken);
        return Outcome.Code(session.Display.Errors);
    }

    private async Task<WorkloadSummary> SumAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var jobs = await _jobs.FindAsync(session, cancellationToken);
        var connection = await session.ConnectAsync(cancellationToken);
        var sum = new JobSum(connection, session.Display, _jobs.Workload(session));
        await foreach (var job in new Jobs(connection, session.Display).GetAsync(jobs, cancellationToken: cancellationToken))
            await sum.AddAsync(job, cancellationToken);
        return session.Value(_cost) ? await new SummaryCosts(session.Display).AddToAsync(sum.ToSummary(), cancellationToken) : sum.ToSummary();
    }

    private static async Task WriteAsync(CommandSession session, WorkloadSummary summary, ReportFormat? format, string? path, CancellationToken cancellationToken)
    {
        if (path is not null)
        {
            var file = await Reports.ExportAsync(summary, path, format, cancellationToken);
            session.Terminal.Say($"Report: {file.FullName}");
        }
        else if (format is { } given)
        {
            ReportOutput.Write(session.Terminal, summary, given, cancellationToken);
        }
        else
        {
            var connection = await session.ConnectAsync(cancellationToken);
            await new RunOutcome(session.Terminal, connection, session.Display) { GivesEveryJob = true }.WriteAsync(summary, cancellationToken);
        }
    }

    private static string? ReadFormat(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text == Table || (Enum.TryParse<ReportFormat>(text, ignoreCase: true, out _) && char.IsAsciiLetter(text[0])))
            return text;
        result.AddError($"'{text}' is no format: give table, html, markdown, junit, json or csv");
        return null;
    }
}
