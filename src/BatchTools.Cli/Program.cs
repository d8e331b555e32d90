using BatchTools.Cli;
using BatchTools.Cli.Commands;
using BatchTools.Cli.Terminals;

using var stop = new StopSignals();
return await CommandLine.RunAsync(args, Terminal.OfProcess(), stop.Token);
