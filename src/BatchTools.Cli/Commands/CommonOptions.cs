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

    /// <summary>`--cost`.</summary>
    public static Option<bool> Cost() => new("--cost")
    {
        Description = "Look up what the jobs cost, for the totals and the reports; of jobs on the local engine what they would cost on AWS. Default: no prices are looked up.",
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
