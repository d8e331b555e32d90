using System.CommandLine;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Commands;

/// <summary>Reads the command line and runs the command that it names.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command and gives the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var parsed = Root(terminal).Parse(arguments);
        if (parsed.Action is not HelpWithExamples && parsed.Errors.Count > 0)
        {
            var command = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
            var error = parsed.UnmatchedTokens is [var token, ..] ? $"'{token}' is neither a command nor an option here" : parsed.Errors[0].Message.TrimEnd('.');
            terminal.WriteError($"{error}. See 'batchtools{command} --help'.");
            return ExitCode.BadInput;
        }

        // Ctrl+C arrives by the token, and errors become lines in the commands themselves.
        var configuration = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(configuration, cancellationToken);
    }

    /// <summary>All commands.</summary>
    public static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Runs workloads of batch jobs on the local engine and on AWS Batch.")
        {
            new RunCommand().ToCommand(terminal),
            new PlanCommand().ToCommand(terminal),
            new RegisterCommand().ToCommand(terminal),
            new SubmitCommand().ToCommand(terminal),
            new WaitCommand().ToCommand(terminal),
            new JobsCommand().ToCommand(terminal),
            new LogsCommand().ToCommand(terminal),
            new StopCommand().ToCommand(terminal),
            new ReportCommand().ToCommand(terminal),
            ServeCommand.Create(terminal),
        };
        HelpWithExamples.AddTo(root);
        return root;
    }
}
