using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace BatchTools.Cli.Commands;

/// <summary>A command's help, with its examples and the exit codes after it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string ExitCodes = """
        Exit codes:
          0  all jobs succeeded         3    the time limit ran out
          1  some jobs failed           4    the service, the engine or the credentials failed
          2  bad input or usage         130  interrupted
        """;

    /// <summary>Lets the help option of the root, which all commands share, write the examples too.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ExampleCommand command)
        {
            output.WriteLine("Examples:");
            output.WriteLine(command.Examples);
            output.WriteLine();
        }
        output.WriteLine(ExitCodes);
        return code;
    }
}
