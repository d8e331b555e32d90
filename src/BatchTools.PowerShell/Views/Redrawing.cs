using System.Management.Automation;
using System.Management.Automation.Host;

namespace BatchTools.PowerShell.Views;

/// <summary>Shows objects on a terminal in place of those that it showed before.</summary>
internal sealed class Redrawing
{
    private const string EraseBelow = "\e[J";
    private const string EraseLine = "\e[K";

    private readonly PSHost _host;
    private readonly CommandInvocationIntrinsics _commands;
    private int _lines;

    private Redrawing(PSHost host, CommandInvocationIntrinsics commands) => (_host, _commands) = (host, commands);

    /// <summary>One on the host's terminal; null where there is none, as where the output goes to a file.</summary>
    public static Redrawing? On(PSHost host, CommandInvocationIntrinsics commands) =>
        host.UI?.SupportsVirtualTerminal == true && !IsRedirected(commands) ? new(host, commands) : null;

    // The host does not tell; this room itself has no console.
    private static bool IsRedirected(CommandInvocationIntrinsics commands) =>
        LanguagePrimitives.IsTrue(commands.InvokeScript("[System.Console]::IsOutputRedirected").FirstOrDefault());

    /// <summary>Shows objects as they would be shown at the end of a pipeline, no more lines than fit. Runs on the pipeline thread.</summary>
    /// <returns>The number of lines.</returns>
    public int Draw(IReadOnlyList<object> frame)
    {
        var size = _host.UI.RawUI.WindowSize;
        var text = string.Concat(_commands.InvokeScript(
            "param($objects, $width) $objects | Out-String -Width $width", false, System.Management.Automation.Runspaces.PipelineResultTypes.None, null, frame, size.Width));
        var lines = text.TrimEnd().ReplaceLineEndings("\n").Split('\n').Take(Math.Max(1, size.Height - 1)).ToArray();
        var up = _lines > 0 ? $"\e[{_lines}A\r" : "";
        _host.UI.Write($"{up}{string.Concat(lines.Select(line => $"{line}{EraseLine}\n"))}{EraseBelow}");
        return _lines = lines.Length;
    }
}
