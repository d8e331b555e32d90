using System.Diagnostics;

namespace BatchTools.PowerShell.Tests;

/// <summary>The pwsh on PATH, as a child process.</summary>
internal static class PowerShellProcess
{
    private static readonly Version LeastPowerShell = new(7, 4);
    private static readonly Version LeastPester = new(5, 0);

    /// <summary>Why the Pester suite can not run here; null if it can.</summary>
    public static async Task<string?> WhyNotAsync(CancellationToken cancellationToken)
    {
        if (Find() is null)
            return "There is no pwsh on PATH; the Pester suite needs PowerShell 7.4 or later, with Pester 5 or later.";

        var lines = (await RunAsync(
            ["-Command", "\"$($PSVersionTable.PSVersion.Major).$($PSVersionTable.PSVersion.Minor)\"; Get-Module Pester -ListAvailable | ForEach-Object { $_.Version.ToString() }"], [], cancellationToken))
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || !Version.TryParse(lines[0], out var version) || version < LeastPowerShell)
            return $"The pwsh on PATH is {lines.FirstOrDefault("of no version")}; the Pester suite needs 7.4 or later.";
        return lines.Skip(1).Any(line => Version.TryParse(line, out var pester) && pester >= LeastPester)
            ? null
            : "Pester 5 or later is not installed; Install-Module Pester brings it.";
    }

    /// <summary>Runs pwsh to its end, and gives what it wrote.</summary>
    public static async Task<string> RunAsync(
        IReadOnlyList<string> arguments, Dictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Find()!, ["-NoProfile", "-NonInteractive", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var written = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            return string.Concat(written);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh"))
        .FirstOrDefault(File.Exists);
}
