using BatchTools.LocalEngine.Faults;
using BatchTools.LocalEngine.Ownership;
using BatchTools.LocalEngine.Running.Containers;
using BatchTools.LocalEngine.Running.Simulated;
using BatchTools.LocalEngine.Running.Unix;

namespace BatchTools.LocalEngine.Running;

/// <summary>Puts the runners of an engine together.</summary>
internal static class Runners
{
    private const string OnVirtualClock =
        "the engine is simulated: its clock jumps, which no process or container can follow. Open the engine with another runner, or simulate this compute environment too";

    /// <exception cref="LocalEngineException">The engine is to run containers, and this machine has nothing to run them with.</exception>
    public static IJobRunner Make(LocalEngineOptions options, DataFolder folder)
    {
        var runner = options.OnlyRunner ?? Choice(options, folder);
        return options.Faults is { MeetsAttempts: true } faults ? new FaultyJobRunner(runner, faults, options.TimeProvider) : runner;
    }

    private static RunnerChoice Choice(LocalEngineOptions options, DataFolder folder)
    {
        var setup = ContainerTool.Find() is { } tool
            ? new ContainerSetup(tool, options.ContainerArguments ?? ContainerSetup.ArgumentsOfEnvironment(), folder.ContainerFolder, options.TimeProvider)
            : null;
        if (setup is not null)
            ContainerJobRunner.RemoveLeftOvers(setup);
        else if (options.Runner == RunnerKind.Container)
            throw new LocalEngineException($"Jobs cannot be run as containers: {ContainerTool.Missing}. Install one of them, or choose another runner.");

        return new RunnerChoice(options.Runner, kind => kind switch
        {
            not RunnerKind.Simulated when options.TimeProvider is VirtualClock => new MissingRunner(OnVirtualClock),
            RunnerKind.Container => setup is null ? new MissingRunner(ContainerTool.Missing) : new ContainerJobRunner(setup),
            RunnerKind.Simulated => new SimulatedJobRunner(options.TimeProvider, options.Seed),
            _ => Processes(options.TimeProvider),
        });
    }

    private static IJobRunner Processes(TimeProvider time) =>
        OperatingSystem.IsWindows() ? new ProcessJobRunner(time) : new UnixJobRunner(time);
}
