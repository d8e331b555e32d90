using System.CommandLine;
using System.CommandLine.Parsing;
using BatchTools.Cli.Running;

namespace BatchTools.Cli.Commands;

/// <summary>The file, and the options of the commands that submit one or tell what that would do.</summary>
/// <param name="use">Which of the two.</param>
internal sealed class FileOptions(FileUse use)
{
    private readonly Argument<string> _file = WorkloadFileArgument.Create();

    private readonly Option<Dictionary<string, string>> _parameters = CommonOptions.Parameters();

    private readonly Option<string?> _workload = new("--workload")
    {
        HelpName = "NAME",
        Description = "The workload's name. A job that was submitted to it before is not submitted again. Default: the file's name, and every run submits all jobs.",
    };

    private readonly Option<bool> _force = new("--force") { Description = "With --workload: submit also what was submitted to it before." };

    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with the latest run of the file that was broken off; submits only what is missing." };

    private readonly Option<string?> _ids = new("--output") { HelpName = "IDS", Description = "Write the ids of the jobs into this file, one a line, in the order in which they were submitted." };

    private readonly Option<string[]> _reports = new("--report") { HelpName = "OUT", Description = "Write a report: .html, .md, .xml (JUnit), .json or .csv. May be given several times." };

    private readonly Option<bool> _cost = CommonOptions.Cost();

    private readonly Option<int?> _throttle = new("--throttle-limit")
    {
        HelpName = "N",
        Description = "How many jobs may be unfinished at a time, beside the limits that sweeps have. Default: as the file says, else all.",
        CustomParser = WholeNumber.Parse,
    };

    private readonly TimeLimit _limit = new();

    public IEnumerable<Symbol> Symbols => use == FileUse.Plan
        ? [_file, _parameters, _workload, _force, _resume]
        : [_file, _parameters, _workload, _force, _resume, _ids, _reports, _cost, _throttle, .. _limit.Options];

    public void Check(CommandResult result)
    {
        if (result.GetValue(_resume) && (result.GetValue(_workload) is not null || result.GetValue(_force)))
            result.AddError("--resume goes on with a run without --workload; with --workload the same command goes on by itself, and --force would submit all again");
        else if (result.GetValue(_force) && result.GetValue(_workload) is null)
            result.AddError("--force goes with --workload; without it every run submits all jobs");
        if (use == FileUse.Submit)
            _limit.Check(result);
    }

    /// <summary>The first option given that is for those who wait; null for none.</summary>
    public string? FirstForWaiting(CommandResult result) =>
        _limit.Options.Append(_reports).Append(_cost).Append(_throttle).FirstOrDefault(option => result.GetResult(option) is { Implicit: false })?.Name;

    public RunSettings Read(CommandSession session) => new()
    {
        File = session.Value(_file),
        Parameters = session.Value(_parameters) ?? [],
        Workload = session.Value(_workload),
        Force = session.Value(_force),
        Resume = session.Value(_resume),
        IdFile = session.Value(_ids),
        Reports = session.Value(_reports) ?? [],
        Cost = session.Value(_cost),
        ThrottleLimit = session.Value(_throttle),
        Timeout = _limit.Read(session),
    };
}
