using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BatchTools.LocalEngine;
using BatchTools.LocalEngine.Faults;

namespace BatchTools.Cli.Commands;

/// <summary>The options that say how the local engine is opened.</summary>
internal sealed class EngineOptions
{
    private readonly Option<RunnerKind> _runner = new("--runner")
    {
        HelpName = "R",
        Description = "How jobs are run: process, container (by podman or docker) or simulated (on a virtual clock). Default: process.",
        CustomParser = ReadRunner,
    };

    private readonly Option<string[]> _containerArguments = new("--container-arg")
    {
        HelpName = "ARG",
        Description = "An argument for podman or docker, such as --container-arg=--network=none. May be given several times. Default: BATCHTOOLS_CONTAINER_ARGS.",
    };

    private readonly Option<string[]> _faults = new("--fault")
    {
        HelpName = "F",
        Description = "Faults to bring about and their rates, such as spot=0.05,throttle=0.1. There are spot, slow-start, throttle, error, lost-reply and lost-request.",
    };

    private readonly Option<int> _seed = new("--seed") { HelpName = "N", Description = "Decides which faults come and what simulated jobs leave to chance. Default: 0." };

    private readonly Option<int?> _processors = new("--processors")
    {
        HelpName = "N",
        Description = "The vCPUs of the environment 'local' that a fresh data folder gets. Default: the processors of this machine.",
    };

    private readonly Option<int?> _memory = new("--memory") { HelpName = "MIB", Description = "The memory in MiB that running jobs may ask for together. Default: this machine's." };

    private readonly Option<int?> _gpus = new("--gpus") { HelpName = "N", Description = "The GPUs that running jobs may ask for together. Default: those of this machine." };

    private readonly Option<TimeSpan?> _retention = new("--retention")
    {
        HelpName = "TIME",
        Description = "How long finished jobs and their logs are kept, such as 12h or 30d. Default: 7d.",
        CustomParser = Duration.Parse,
    };

    private readonly Option<int> _logLimit = new("--log-limit")
    {
        HelpName = "MIB",
        Description = "What is kept of one attempt's log at most, in MiB; its last line says what was left out. Default: 1024.",
        DefaultValueFactory = static _ => new LocalEngineOptions().LogLimit,
    };

    public EngineOptions()
    {
        _faults.Validators.Add(CheckFaults);
        CheckLeast(_processors, 1);
        CheckLeast(_memory, 4);
        CheckLeast(_gpus, 0);
        CheckLeast(_logLimit, 1);
    }

    public void AddTo(Command command)
    {
        foreach (var option in All)
            command.Options.Add(option);
    }

    /// <summary>The first of these options that was given; null for none.</summary>
    public string? FirstGiven(CommandResult result) =>
        All.FirstOrDefault(option => result.GetResult(option) is { Implicit: false })?.Name;

    public LocalEngineOptions Read(ParseResult parsed) => new()
    {
        Runner = parsed.GetValue(_runner),
        ContainerArguments = parsed.GetValue(_containerArguments) is { Length: > 0 } arguments ? arguments : null,
        Faults = parsed.GetValue(_faults) is { Length: > 0 } faults ? FaultPlan.Parse(string.Join(',', faults), parsed.GetValue(_seed)) : null,
        Seed = parsed.GetValue(_seed),
        Processors = parsed.GetValue(_processors),
        Memory = parsed.GetValue(_memory),
        Gpus = parsed.GetValue(_gpus),
        Retention = parsed.GetValue(_retention) ?? new LocalEngineOptions().Retention,
        LogLimit = parsed.GetValue(_logLimit),
    };

    private Option[] All => [_runner, _containerArguments, _faults, _seed, _processors, _memory, _gpus, _retention, _logLimit];

    private static void CheckFaults(OptionResult result)
    {
        try
        {
            _ = FaultPlan.Parse(Text(result));
        }
        catch (LocalEngineException error)
        {
            result.AddError(error.Message);
        }
    }

    private static void CheckLeast(Option option, int least) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number < least)
            result.AddError($"{option.Name} cannot be {number}: give a number from {least} on");
    });

    private static string Text(OptionResult result) => string.Join(',', result.Tokens.Select(static token => token.Value));

    private static RunnerKind ReadRunner(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (Enum.TryParse<RunnerKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && char.IsAsciiLetter(text[0]))
            return kind;
        result.AddError($"'{text}' is no runner: give process, container or simulated");
        return default;
    }
}
