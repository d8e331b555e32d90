using System.CommandLine;
using BatchTools.Cli.Running;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Commands;

/// <summary>`batchtools run`: runs a workload file to its end.</summary>
internal static class RunCommand
{
    private const string Examples = """
          batchtools run docs/examples/scientific-simulation.json --local --report report.html
          batchtools run nightly.json --profile prod --region us-east-1 --timeout 4h
        """;

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The workload file: environments, queues, definitions, jobs and sweeps." };
        var local = new Option<bool>("--local") { Description = "Run on the local engine of this machine. The default, unless a profile or a Region is given." };
        var profile = new Option<string?>("--profile") { HelpName = "P", Description = "Run on AWS with this profile of ~/.aws. Default: as AWS CLI finds its credentials." };
        var region = new Option<string?>("--region") { HelpName = "R", Description = "Run on AWS in this Region. Default: the profile's." };
        var report = new Option<string[]>("--report") { HelpName = "OUT", Description = "Write a report: .html, .json or .csv. May be given several times." };
        var data = CommonOptions.DataDirectory();
        var workload = new Option<string?>("--workload") { HelpName = "NAME", Description = "The workload's name. A job that was submitted to it before is not submitted again. Default: the file's name, and every run submits all jobs." };
        var force = new Option<bool>("--force") { Description = "With --workload: submit also what was submitted to it before." };
        var resume = new Option<bool>("--resume") { Description = "Go on with the latest run of the file that was broken off; submits only what is missing." };
        var timeout = new Option<TimeSpan?>("--timeout")
        {
            HelpName = "TIME",
            Description = "Wait no longer than this, such as 90s, 30m, 4h or 01:30:00; the jobs go on. Default: until all have finished.",
            CustomParser = Duration.Parse,
        };
        var verbose = new Option<bool>("--verbose") { Description = "Also say what is done on the way." };
        var engine = new EngineOptions();
        var command = new ExampleCommand("run", "Runs a workload file: creates what is missing, submits its jobs, waits for them and sums up.", Examples)
        {
            file, local, profile, region, report, data, workload, force, resume, timeout, verbose,
        };
        engine.AddTo(command);
        command.Validators.Add(result =>
        {
            var toAws = result.GetValue(profile) is not null || result.GetValue(region) is not null;
            if (result.GetValue(resume) && (result.GetValue(workload) is not null || result.GetValue(force)))
                result.AddError("--resume goes on with a run without --workload; with --workload the same command goes on by itself, and --force would submit all again");
            else if (result.GetValue(force) && result.GetValue(workload) is null)
                result.AddError("--force goes with --workload; without it every run submits all jobs");
            if (toAws && result.GetValue(local))
                result.AddError("--local runs on this machine; it goes with neither --profile nor --region");
            else if (toAws && result.GetValue(data) is not null)
                result.AddError("--data belongs to the local engine; it goes with neither --profile nor --region");
            else if (toAws && engine.FirstGiven(result) is { } given)
                result.AddError($"{given} belongs to the local engine; it goes with neither --profile nor --region");
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var settings = new RunSettings
            {
                File = parsed.GetRequiredValue(file),
                Profile = parsed.GetValue(profile),
                Region = parsed.GetValue(region),
                DataDirectory = parsed.GetValue(data),
                Engine = engine.Read(parsed),
                EngineOption = engine.FirstGiven(parsed.CommandResult),
                Reports = parsed.GetValue(report) ?? [],
                Workload = parsed.GetValue(workload),
                Force = parsed.GetValue(force),
                Resume = parsed.GetValue(resume),
                Timeout = parsed.GetValue(timeout),
                Verbose = parsed.GetValue(verbose),
            };
            return FailureBoundary.RunAsync(terminal, () => new FileRun(settings, terminal, TimeProvider.System).RunAsync(cancellationToken), cancellationToken);
        });
        return command;
    }
}
