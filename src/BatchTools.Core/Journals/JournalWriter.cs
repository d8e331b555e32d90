using System.Buffers;
using System.Threading.Channels;

namespace BatchTools.Journals;

/// <summary>
/// Appends to a journal. What comes while a write is under way goes out with the next one; processes take turns, each reading
/// first what the others wrote.
/// </summary>
internal sealed class JournalWriter : IAsyncDisposable
{
    private const int MostInOneWrite = 1000;

    private readonly Channel<JournalWish> _wishes = Channel.CreateUnbounded<JournalWish>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly string _path;
    private readonly FileStream _file;
    private readonly JournalState _state;
    private readonly object _gate;
    private readonly Task _writing;
    private long _end;

    /// <summary>Opens the file.</summary>
    /// <param name="path">The file; it is made if it does not exist.</param>
    /// <param name="state">Takes in what the file says.</param>
    /// <param name="gate">Held while the state changes.</param>
    public JournalWriter(string path, JournalState state, object gate)
    {
        _path = path;
        _state = state;
        _gate = gate;
        _file = JournalFiles.OpenShared(path);
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>The bytes that this writer has added.</summary>
    public long Added { get; private set; }

    /// <summary>Does something in its turn.</summary>
    /// <returns>A task that ends when its lines are written.</returns>
    public Task WriteAsync(Func<IBufferWriter<byte>, bool> apply)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_wishes.Writer.TryWrite(new JournalWish(apply, written)))
            written.SetException(Unwritable(_path, new ObjectDisposedException(_path)));
        return written.Task;
    }

    /// <summary>The error of a journal that cannot be written.</summary>
    public static BatchException Unwritable(string path, Exception cause) =>
        BatchException.From(cause, nameof(Messages.JournalUnwritable), ErrorKind.Unavailable, path, path, cause.Message);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _wishes.Writer.TryComplete();
        await _writing.WaitAsync(CancellationToken.None);
        await _file.DisposeAsync();
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<JournalWish>();
        while (await _wishes.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostInOneWrite && _wishes.Reader.TryRead(out var wish))
                batch.Add(wish);
            try
            {
                await WriteAsync(batch);
                batch.ForEach(wish => wish.Written.SetResult());
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                var error = Unwritable(_path, exception);
                batch.ForEach(wish => wish.Written.SetException(error));
            }
            catch (BatchException error)
            {
                batch.ForEach(wish => wish.Written.SetException(error));
            }

            batch.Clear();
        }
    }

    private async Task WriteAsync(List<JournalWish> batch)
    {
        using var turn = await JournalFiles.LockAsync($"{_path}.lock", TimeProvider.System);
        var mustBeOnDisk = false;
        _text.ResetWrittenCount();
        lock (_gate)
        {
            CatchUp();
            foreach (var wish in batch)
                mustBeOnDisk |= wish.Apply(_text);
        }

        RandomAccess.Write(_file.SafeFileHandle, _text.WrittenSpan, _end);
        _end += _text.WrittenCount;
        Added += _text.WrittenCount;
        if (mustBeOnDisk)
            _file.Flush(flushToDisk: true);
    }

    // Who writes holds the lock, so what is torn off at the end was left by one that was killed.
    private void CatchUp()
    {
        if (RandomAccess.GetLength(_file.SafeFileHandle) == _end)
            return;
        _end = JournalText.Read(_file.SafeFileHandle, _end, _state.Apply);
        if (RandomAccess.GetLength(_file.SafeFileHandle) > _end)
            _file.SetLength(_end);
    }
}
