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
        var workload = new Option<string?>("--workload") { HelpName = "NAME", Description = "The workload's name. Default: the file's." };
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
            file, local, profile, region, report, data, workload, timeout, verbose,
        };
        engine.AddTo(command);
        command.Validators.Add(result =>
        {
            var toAws = result.GetValue(profile) is not null || result.GetValue(region) is not null;
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
                Timeout = parsed.GetValue(timeout),
                Verbose = parsed.GetValue(verbose),
            };
            return FailureBoundary.RunAsync(terminal, () => new FileRun(settings, terminal, TimeProvider.System).RunAsync(cancellationToken), cancellationToken);
        });
        return command;
    }
}
