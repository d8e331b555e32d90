using System.Globalization;
using System.Text;

namespace BatchTools.LocalEngine.Storage;

/// <summary>
/// Names each attempt in a file before it is begun. The state of its job reaches the disk a moment later, with a sync that an
/// attempt's start is not to wait for; a process that was begun in between must not be forgotten when the engine is killed.
/// </summary>
internal sealed class AttemptJournal : IDisposable
{
    private const int MaximumBytes = 1024 * 1024;
    private const string Prefix = "attempts-";

    private readonly string _folder;
    private readonly StateStore _store;
    private readonly List<StartedAttempt> _left = [];
    private List<string> _old;
    private FileStream _file;
    private long _generation;

    /// <summary>Opens the journal of a data folder.</summary>
    public AttemptJournal(string folder, StateStore store)
    {
        _folder = folder;
        _store = store;
        _old = [.. Directory.EnumerateFiles(_folder, Prefix + "*.log").OrderBy(Generation)];
        foreach (var file in _old)
            ReadInto(_left, file);
        _generation = _old.Count == 0 ? 0 : Generation(_old[^1]);
        _file = OpenNext();
    }

    /// <summary>What an earlier engine had begun, in that order; much of it has long been on disk.</summary>
    public IReadOnlyList<StartedAttempt> Left => _left;

    /// <summary>Everything that was left has been queued for the disk.</summary>
    public void TakenUp()
    {
        _left.Clear();
        RemoveOld();
    }

    /// <summary>Puts down an attempt; when this returns, killing the engine does not take it back. Called under the gate.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="active">All that are under way, should a new file be begun.</param>
    public void Add(StartedAttempt attempt, Func<IEnumerable<StartedAttempt>> active)
    {
        if (_file.Length >= MaximumBytes)
        {
            _old.Add(_file.Name);
            _file.Dispose();
            _file = OpenNext();
            foreach (var other in active())
                Write(other);
            RemoveOld();
        }

        Write(attempt);
    }

    public void Dispose() => _file.Dispose();

    private void Write(StartedAttempt attempt) => _file.Write(Encoding.ASCII.GetBytes(attempt.ToLine()));

    // No buffer: what is written is the system's at once, and survives the process.
    private FileStream OpenNext() => new(
        Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{++_generation}.log")),
        FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);

    private void RemoveOld()
    {
        var files = _old;
        _old = [];
        _ = RemoveWhenDurableAsync(files);
    }

    private async Task RemoveWhenDurableAsync(List<string> files)
    {
        try
        {
            await _store.WhenDurableAsync();
        }
        catch (LocalEngineException)
        {
            return; // what could not be written is told of by every answer; the files tell the next engine
        }

        files.ForEach(File.Delete);
    }

    private static void ReadInto(List<StartedAttempt> attempts, string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            if (StartedAttempt.TryRead(line, out var attempt))
                attempts.Add(attempt);
        }
    }

    private static long Generation(string file) =>
        long.TryParse(Path.GetFileNameWithoutExtension(file.AsSpan())[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var generation) ? generation : 0;
}
