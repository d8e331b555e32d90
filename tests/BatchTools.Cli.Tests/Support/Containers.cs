using System.Diagnostics;

namespace BatchTools.Cli.Tests.Support;

/// <summary>An image of a static busybox, where this machine can run containers by podman.</summary>
internal static class Containers
{
    private static readonly string[] Programs = ["sh", "echo", "cat", "seq", "sort", "test"];

    /// <summary>The image's name; its tag tells what is in it, so that what is there already need not be made again.</summary>
    public static readonly string Image = $"localhost/batchtools-cli-test:{string.Join('-', Programs)}";

    // None, or what a machine needs where limits may not be raised and no network can be made.
    private static readonly string[][] Settings = [[], ["--ulimit", "nofile=1024:1024", "--ulimit", "nproc=512:512", "--network=none"]];

    /// <summary>The options for `batchtools` with which containers run here; skips the test, saying why, where none do.</summary>
    public static string[] Options()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/podman"), "there is no /usr/bin/podman");
        Assert.SkipUnless(File.Exists("/bin/busybox"), "there is no /bin/busybox to make an image of (package busybox-static)");
        if (Podman(["image", "exists", Image]) != 0)
            Import();
        var works = Settings.FirstOrDefault(static settings => Podman(["run", "--rm", .. settings, Image, "test", "1"]) == 0);
        Assert.SkipWhen(works is null, "podman cannot run a container here");
        return [.. works!.Select(static setting => $"--container-arg={setting}")];
    }

    private static void Import()
    {
        using var folder = new TemporaryFolder();
        var bin = Directory.CreateDirectory(Path.Combine(folder.Data, "bin")).FullName;
        File.Copy("/bin/busybox", Path.Combine(bin, "busybox"));
        foreach (var program in Programs)
            File.CreateSymbolicLink(Path.Combine(bin, program), "busybox");
        var archive = folder.Write("root.tar", "");
        Run("tar", ["-C", folder.Data, "-cf", archive, "."]);
        Assert.SkipUnless(Podman(["import", archive, Image]) == 0, "podman cannot import an image here");
    }

    private static int Podman(string[] arguments) => Run("podman", arguments);

    private static int Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return process.ExitCode;
    }
}
