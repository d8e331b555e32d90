using System.Runtime.InteropServices;

namespace BatchTools.PowerShell.Session;

/// <summary>
/// Does something last when the process is ended from outside (a signal, a closed terminal) or leaves without closing its runspaces.
/// </summary>
internal sealed class ExitWatch : IDisposable
{
    private readonly Action _last;
    private readonly PosixSignalRegistration[] _signals;

    /// <summary>Begins to watch.</summary>
    /// <param name="last">What to do; after it the process ends as it would have.</param>
    public ExitWatch(Action last)
    {
        _last = last;
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => last()),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, _ => last()),
        ];
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        foreach (var signal in _signals)
            signal.Dispose();
    }

    private void OnProcessExit(object? sender, EventArgs arguments) => _last();
}
