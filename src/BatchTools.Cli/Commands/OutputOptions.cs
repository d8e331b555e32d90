using System.CommandLine;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Commands;

/// <summary>The options that say what a command writes.</summary>
internal sealed class OutputOptions
{
    private readonly Option<bool> _json = new("--json") { Description = "Give results as JSON, one object a line." };

    private readonly Option<bool> _quiet = new("--quiet") { Description = "Write nothing but errors and what was asked for: no tables, no warnings, no progress." };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Also say what is done on the way, and how far it is." };

    public void AddTo(Command command)
    {
        foreach (var option in new[] { _json, _quiet, _verbose })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_quiet) && result.GetValue(_verbose))
                result.AddError("--quiet and --verbose contradict each other");
        });
    }

    public OutputStyle Read(ParseResult parsed) => new(parsed.GetValue(_json), parsed.GetValue(_quiet), parsed.GetValue(_verbose));
}
