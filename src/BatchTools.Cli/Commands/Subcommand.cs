using System.CommandLine;
using System.CommandLine.Parsing;
using BatchTools.Cli.Running;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Commands;

/// <summary>A command of `batchtools` that works at a connection: its own options, then those that all such commands have.</summary>
/// <param name="name">The name.</param>
/// <param name="description">What it does.</param>
/// <param name="examples">Examples for its help, each a line that begins with two blanks.</param>
internal abstract class Subcommand(string name, string description, string examples)
{
    /// <summary>Its own arguments and options, in the order of its help.</summary>
    protected abstract IEnumerable<Symbol> Symbols { get; }

    /// <summary>Whether it may open a local engine that starts jobs.</summary>
    protected virtual bool MayStartJobs => false;

    /// <summary>Whether it does so, by what was given. One that ends before its jobs must not start any: they would end with it.</summary>
    protected virtual bool StartsJobs(ParseResult parsed) => MayStartJobs;

    /// <summary>Refuses options that do not go together.</summary>
    protected virtual void Check(CommandResult result)
    {
        // Most have none.
    }

    /// <summary>Does what the command is for, and gives the exit code.</summary>
    protected abstract Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken);

    public Command ToCommand(Terminal terminal)
    {
        var command = new ExampleCommand(name, description, examples);
        foreach (var symbol in Symbols)
        {
            if (symbol is Argument argument)
                command.Arguments.Add(argument);
            else
                command.Options.Add((Option)symbol);
        }

        var output = new OutputOptions();
        output.AddTo(command);
        var place = new PlaceOptions(MayStartJobs);
        place.AddTo(command);
        command.Validators.Add(Check);
        command.SetAction((parsed, cancellationToken) =>
        {
            var styled = terminal.With(output.Read(parsed));
            return FailureBoundary.RunAsync(
                styled,
                async () =>
                {
                    await using var session = new CommandSession(parsed, styled, place.Read(parsed, $"batchtools {name}", StartsJobs(parsed)), TimeProvider.System);
                    return await RunAsync(session, cancellationToken);
                },
                cancellationToken);
        });
        return command;
    }
}
