using System.CommandLine;
using BatchTools.Cli.Commands;
using BatchTools.LocalEngine;
using BatchTools.LocalEngine.Faults;

namespace BatchTools.Cli.Tests.Commands;

public sealed class EngineOptionsTests
{
    private readonly EngineOptions _options = new();

    [Fact]
    public void What_is_given_is_how_the_engine_is_opened()
    {
        var read = Read("--runner", "Container", "--container-arg=--network=none", "--container-arg=--ulimit", "--container-arg", "nproc=512", "--fault", "spot=0.05,throttle=0.1", "--fault", "lost-reply=0.02", "--seed", "7");

        Assert.Equal(RunnerKind.Container, read.Runner);
        Assert.Equal(["--network=none", "--ulimit", "nproc=512"], read.ContainerArguments);
        Assert.Equal(FaultPlan.Parse("spot=0.05,throttle=0.1,lost-reply=0.02", seed: 7), read.Faults);
        Assert.Equal(7, read.Seed);
    }

    [Fact]
    public void The_machine_that_jobs_have_and_how_long_they_are_kept_can_be_given()
    {
        var read = Read("--processors", "4", "--memory", "8192", "--gpus", "2", "--retention", "12h", "--log-limit", "5");

        Assert.Equal((4, 8192, 2, TimeSpan.FromHours(12), 5), (read.Processors, read.Memory, read.Gpus, read.Retention, read.LogLimit));
    }

    [Theory]
    [InlineData("--processors", "0", 1)]
    [InlineData("--memory", "3", 4)]
    [InlineData("--gpus", "-1", 0)]
    [InlineData("--log-limit", "0", 1)]
    public void A_machine_that_cannot_be_is_bad_input(string option, string given, int least)
    {
        var command = new Command("test");
        _options.AddTo(command);

        Assert.Equal($"{option} cannot be {given}: give a number from {least} on", Assert.Single(command.Parse([option, given]).Errors).Message);
        Assert.Empty(command.Parse([option, $"{least}"]).Errors);
    }

    [Fact]
    public void Without_options_jobs_are_processes_without_faults() => Assert.Equal(new LocalEngineOptions(), Read());

    private LocalEngineOptions Read(params string[] arguments)
    {
        var command = new Command("test");
        _options.AddTo(command);
        var parsed = command.Parse(arguments);
        Assert.Empty(parsed.Errors);
        return _options.Read(parsed);
    }
}
