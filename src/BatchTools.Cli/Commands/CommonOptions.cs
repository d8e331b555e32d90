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
}
