using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using BatchTools.LocalEngine.Running.Containers;

namespace BatchTools.LocalEngine.Tests.Support;

/// <summary>An image of a static busybox, made once, on a machine where containers can be run.</summary>
internal static class ContainerImage
{
    private static readonly string[] Programs = ["sh", "cat", "echo", "env", "id", "kill", "ls", "mount", "pwd", "seq", "sleep", "sort", "stat", "tail", "touch", "true", "wc"];

    /// <summary>The image's name; its tag follows from its content, so that what is there already need not be made again.</summary>
    public static readonly string Name =
        $"localhost/batchtools-test:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', Programs))))[..12]}";

    // Where a container may not raise its limits, or no network can be made, it needs these; they are settings of a machine.
    private static readonly string[][] Settings = [[.. ContainerSetup.ArgumentsOfEnvironment()], ["--ulimit", "nofile=1024:1024", "--ulimit", "nproc=512:512", "--network=none"]];

    private static readonly Lazy<(string? Obstacle, string[] Arguments)> Ready = new(Prepare);

    /// <summary>What containers need on this machine. The calling test is skipped, and says why, where they cannot be run.</summary>
    public static string[] Arguments()
    {
        Assert.SkipWhen(Ready.Value.Obstacle is not null, Ready.Value.Obstacle ?? "");
        return Ready.Value.Arguments;
    }

    private static (string? Obstacle, string[] Arguments) Prepare()
    {
        if (ContainerTool.Find() is not { } tool)
            return (ContainerTool.Missing, []);
        if (!File.Exists("/bin/busybox"))
            return ("there is no /bin/busybox to make an image of (package busybox-static)", []);
        if (tool.Run("image", "inspect", Name).ExitCode != 0)
            Import(tool);
        ToolResult? result = null;
        foreach (var settings in Settings)
        {
            result = tool.Run(["run", "--rm", .. settings, Name, "true"]);
            if (result.ExitCode == 0)
                return (null, settings);
        }

        return ($"{tool.Path} cannot run a container here: {result!.Fault}", []);
    }

    private static void Import(ContainerTool tool)
    {
        using var folder = new TempFolder();
        var bin = Directory.CreateDirectory(folder.File("root/bin")).FullName;
        Directory.CreateDirectory(folder.File("root/tmp"));
        Directory.CreateDirectory(folder.File("root/etc"));
        File.WriteAllText(folder.File("root/etc/passwd"), "root:x:0:0:root:/:/bin/sh\nguest:x:405:405:guest:/:/bin/sh\n");
        File.Copy("/bin/busybox", Path.Combine(bin, "busybox"));
        foreach (var program in Programs)
            File.CreateSymbolicLink(Path.Combine(bin, program), "busybox");
        using (var tar = Process.Start("tar", ["-C", folder.File("root"), "-cf", folder.File("root.tar"), "."]))
            tar.WaitForExit();
        tool.Run("import", folder.File("root.tar"), Name);
    }
}
