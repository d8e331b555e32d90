using System.CommandLine;

namespace BatchTools.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<string?> DataDirectory() => new("--data")
    {
        HelpName = "DIR",
        Description = "The local engine's data folder. Default: BATCHTOOLS_HOME, else ~/.batchtools.",
    };

    /// <summary>`--param name=value`, as often as there are parameters.</summary>
    public static Option<Dictionary<string, string>> Parameters() => new("--param")
    {
        HelpName = "NAME=VALUE",
        Description = "A value for a parameter of the file. May be given several times. Default: those that the file declares.",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = Assignments.Parse,
    };
}
