using Spectre.Console;

namespace BatchTools.Cli.Terminals;

/// <summary>Where a command writes: results and progress to the output, errors and warnings to the error output.</summary>
/// <param name="output">The output.</param>
/// <param name="error">The error output.</param>
/// <param name="console">Draws on the output.</param>
/// <param name="sharesScreen">Whether both outputs end on the same screen.</param>
internal sealed class Terminal(TextWriter output, TextWriter error, IAnsiConsole console, bool sharesScreen)
{
    // Tables are not folded where nobody sees them: a file or a pipe takes lines of any length.
    private const int WidthOfNoTerminal = 1000;

    public TextWriter Output { get; } = output;

    public TextWriter Error { get; } = error;

    public IAnsiConsole Console { get; } = console;

    /// <summary>Whether what is written to the error output appears amid what is drawn.</summary>
    public bool SharesScreen { get; } = sharesScreen;

    /// <summary>What the command was asked to write.</summary>
    public OutputStyle Style { get; private init; }

    /// <summary>Whether someone watches, so that a display may draw over itself.</summary>
    public bool IsLive => Style.IsForPeople && Console.Profile.Capabilities is { Interactive: true, Ansi: true };

    /// <summary>The terminal of this process; NO_COLOR is honoured.</summary>
    public static Terminal OfProcess()
    {
        var live = !System.Console.IsOutputRedirected;
        var plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return On(System.Console.Out, System.Console.Error, live, live && !System.Console.IsErrorRedirected, plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect);
    }

    /// <summary>A terminal that writes plain text.</summary>
    public static Terminal On(TextWriter output, TextWriter error) => On(output, error, live: false, sharesScreen: false, ColorSystemSupport.NoColors);

    /// <summary>This terminal, for a command that was asked for a style.</summary>
    public Terminal With(OutputStyle style) => new(Output, Error, Console, SharesScreen) { Style = style };

    /// <summary>Writes a line for people; nothing where they asked for JSON or for silence.</summary>
    public void Say(string line)
    {
        if (!Style.IsForPeople)
            return;
        Output.WriteLine(SingleLine.Of(line));
        Output.Flush();
    }

    /// <summary>Writes one line to the error output, whatever line breaks the text holds.</summary>
    public void WriteError(string message)
    {
        if (Style.Json)
            JsonLine.Error(Error, null, message);
        else
            Error.WriteLine($"batchtools: {SingleLine.Of(message)}");
    }

    /// <summary>Writes an error; the problems of a file, of which there may be several, one a line.</summary>
    public void WriteError(BatchException error)
    {
        foreach (var problem in error.Target as BatchException[] ?? [error])
        {
            if (Style.Json)
                JsonLine.Error(Error, problem.ErrorId, problem.Message);
            else
                WriteError(problem.Message);
        }
    }

    private static Terminal On(TextWriter output, TextWriter error, bool live, bool sharesScreen, ColorSystemSupport colors)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = live ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colors,
            Interactive = live ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
            // Spectre would take a known CI service for a terminal.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (!live)
            console.Profile.Width = WidthOfNoTerminal;
        return new Terminal(output, error, console, sharesScreen);
    }
}
