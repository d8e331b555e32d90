using System.Diagnostics;

namespace BatchTools.Cli.Tests.Support;

/// <summary>Lets a job's script tell the test that it has come so far: <c>echo &gt; PATH</c>.</summary>
internal sealed class Signal
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Signal(string path) => Path = path;

    public string Path { get; }

    public static Signal At(string path)
    {
        using var mkfifo = Process.Start("mkfifo", [path]);
        mkfifo.WaitForExit();
        Assert.Equal(0, mkfifo.ExitCode);
        return new Signal(path);
    }

    /// <summary>Ends when the script has told; opening a named pipe waits for its writer.</summary>
    public async Task WaitAsync() => await Task.Run(() => File.ReadAllText(Path)).WaitAsync(Patience, TestContext.Current.CancellationToken);
}
