using System.Text;

namespace BatchTools;

/// <summary>Brings one log into one file; what an earlier run wrote is gone on from.</summary>
internal sealed class LogFile(string path, LogStream stream, LogOptions options)
{
    private static readonly TimeSpan Arriving = TimeSpan.FromMinutes(1);

    /// <summary>Whether the file holds the whole log.</summary>
    public bool IsComplete => File.Exists(path) && !LogFileState.Exists(path);

    /// <summary>Writes the log, or what is missing of it.</summary>
    /// <param name="wrote">Hears of lines that were written.</param>
    /// <param name="cancellationToken">Ends the writing; another run goes on from there.</param>
    /// <exception cref="BatchException">The stream does not exist or cannot be read, or the file cannot be written.</exception>
    public async Task<SavedJobLog> SaveAsync(Action<int> wrote, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(wrote, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw BatchException.From(error, nameof(Messages.LogFileUnwritable), ErrorKind.Unavailable, path, path, OneLine.Of(error));
        }
    }

    /// <summary>What saving did.</summary>
    public SavedJobLog Saved(SavedJobLogState state, long lines) => new()
    {
        Path = path,
        State = state,
        Lines = lines,
        Length = new FileInfo(path).Length,
        JobId = stream.Job.JobId,
        JobName = stream.Job.JobName,
        ArrayIndex = stream.Job.ArrayIndex,
        Attempt = stream.Attempt,
        Container = stream.Container,
    };

    private async Task<SavedJobLog> WriteAsync(Action<int> wrote, CancellationToken cancellationToken)
    {
        var begun = LogFileState.Read(path, stream.Name);
        var state = begun ?? new LogFileState(stream.Name, 0, 0, 0);
        var pages = StreamReading.ReadAsync(stream, From(state), cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (pages)
        {
            // The file comes to be when the stream is known to be there.
            var more = await pages.MoveNextAsync();
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
            file.SetLength(state.Length);
            file.Seek(0, SeekOrigin.End);
            state.Write(path);
            var text = new StringBuilder();
            var lines = 0L;
            for (var skip = state.LinesOfLast; more; more = await pages.MoveNextAsync())
            {
                var fresh = Fresh(pages.Current, state.Last, ref skip);
                if (fresh.Count == 0)
                    continue;
                foreach (var line in fresh)
                    text.Append(line.Message).Append('\n');
                await file.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
                await file.FlushAsync(cancellationToken);
                text.Clear();
                lines += fresh.Count;
                wrote(fresh.Count);
                state = state.After(fresh, file.Length);
                state.Write(path);
            }

            if (!IsOver)
                return Saved(SavedJobLogState.Partial, lines);
            LogFileState.Remove(path);
            return Saved(begun is null ? SavedJobLogState.Saved : SavedJobLogState.Resumed, lines);
        }
    }

    // Lines of an attempt that ended a moment ago may still be on their way.
    private bool IsOver
    {
        get
        {
            var stopped = stream.Job.Attempts.FirstOrDefault(one => one.Number == stream.Attempt)?.StoppedAt ?? stream.Job.StoppedAt;
            var isLocal = stream.Job.Connection.Kind == BatchConnectionKind.Local;
            return stopped is { } time && (isLocal || stream.Job.Connection.TimeProvider.GetUtcNow() - time.ToUniversalTime() > Arriving);
        }
    }

    private LogOptions From(LogFileState state) => options with
    {
        Head = null,
        Tail = null,
        Since = state.Last > 0 ? new DateTime(state.Last, DateTimeKind.Utc).ToLocalTime() : options.Since,
    };

    private static IReadOnlyList<JobLogEvent> Fresh(IReadOnlyList<JobLogEvent> page, long last, ref int skip)
    {
        var at = 0;
        while (skip > 0 && at < page.Count && page[at].Ticks == last)
        {
            at++;
            skip--;
        }

        return at == 0 ? page : [.. page.Skip(at)];
    }
}
