using System.Diagnostics;
using System.Text;

namespace BatchTools.Tests;

/// <summary>Runs the commands of folded jobs in a real shell, as their children would.</summary>
internal static class Shell
{
    /// <summary>What a command prints for some children of its array, byte for byte.</summary>
    public static string Run(IReadOnlyList<string> command, IEnumerable<int> children)
    {
        var start = new ProcessStartInfo("sh") { RedirectStandardOutput = true, StandardOutputEncoding = new UTF8Encoding(false, true) };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("for i in $CHILDREN;do AWS_BATCH_JOB_ARRAY_INDEX=$i \"$@\";done");
        start.ArgumentList.Add("children");
        foreach (var argument in command)
            start.ArgumentList.Add(argument);
        start.Environment["CHILDREN"] = string.Join(' ', children);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
