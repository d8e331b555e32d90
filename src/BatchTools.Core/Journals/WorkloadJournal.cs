using System.Buffers;

namespace BatchTools.Journals;

/// <summary>The journal of one workload, open for writing: what is claimed is on disk before it may be sent.</summary>
internal sealed class WorkloadJournal
{
    private readonly object _gate = new();
    private readonly string _path;
    private readonly JournalHeader _header;
    private readonly JournalState _state;
    private readonly JournalWriter _writer;
    private readonly FileStream _life;
    private readonly string _session;

    private WorkloadJournal(string path, JournalHeader header, bool remembers, string session, FileStream life)
    {
        _path = path;
        _header = header;
        _session = session;
        _life = life;
        _state = new JournalState(remembers);
        _writer = new JournalWriter(path, _state, _gate);
    }

    /// <summary>Opens a journal, which is made if it does not exist.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">What it is of, if it does not exist.</param>
    /// <param name="remembers">Whether answered submissions are remembered, so that none is sent twice.</param>
    /// <exception cref="BatchException">It cannot be written.</exception>
    public static async Task<WorkloadJournal> OpenAsync(string path, JournalHeader header, bool remembers)
    {
        try
        {
            JournalFiles.CreateFolder(Path.GetDirectoryName(path)!);
            var session = Guid.NewGuid().ToString("N")[..12];
            FileStream life;
            using (await JournalFiles.LockAsync($"{path}.lock", TimeProvider.System))
                life = JournalFiles.OpenAlone(JournalSessions.File(path, session));
            var journal = new WorkloadJournal(path, header, remembers, session, life);
            await journal._writer.WriteAsync(journal.Begin);
            return journal;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw JournalWriter.Unwritable(path, exception);
        }
    }

    /// <summary>The submissions without an answer that nobody is about to send.</summary>
    public IReadOnlyList<JournalEntry> Left()
    {
        lock (_gate)
            return [.. _state.Open.Where(IsFree)];
    }

    /// <summary>Answered submissions from a place on.</summary>
    public IReadOnlyList<JournalEntry> Answered(int from, int most)
    {
        lock (_gate)
            return [.. _state.Answered.Skip(from).Take(most)];
    }

    /// <summary>Whether an earlier call was broken off.</summary>
    public bool IsBrokenOff
    {
        get
        {
            lock (_gate)
                return _state.IsBrokenOff;
        }
    }

    /// <summary>Notes that a call begins.</summary>
    /// <param name="call">A name for it.</param>
    /// <param name="planned">How many jobs it will submit; null if that is not known.</param>
    public Task BeginAsync(string call, int? planned) => _writer.WriteAsync(to =>
    {
        _state.Begin(call, planned);
        JournalLine.WritePlan(to, call, planned);
        return false;
    });

    /// <summary>Notes that a call came to its end.</summary>
    public Task EndAsync(string call) => _writer.WriteAsync(to =>
    {
        _state.End(call);
        JournalLine.WriteEnd(to, call);
        return false;
    });

    /// <summary>Writes down what is to be submitted, unless it is known already.</summary>
    /// <returns>Whose it is, and the entry that stands for it.</returns>
    public async Task<(JournalClaim Claim, JournalEntry Entry)> ClaimAsync(JournalEntry wanted)
    {
        var result = (Claim: JournalClaim.New, Entry: wanted);
        await _writer.WriteAsync(to =>
        {
            result = Claim(wanted, to);
            return result.Claim == JournalClaim.New;
        });
        return result;
    }

    /// <summary>Notes that the service has a job.</summary>
    public Task AnswerAsync(JournalEntry entry, string jobId) => _writer.WriteAsync(to =>
    {
        _state.Answer(entry, jobId);
        JournalLine.WriteAnswer(to, entry);
        return false;
    });

    /// <summary>Forgets what the service certainly does not have.</summary>
    public Task DropAsync(JournalEntry entry) => _writer.WriteAsync(to =>
    {
        _state.Drop(entry);
        JournalLine.WriteDropped(to, entry.Key);
        return false;
    });

    /// <summary>Gives up a submission that the service may have or not.</summary>
    public void Leave(JournalEntry entry)
    {
        lock (_gate)
            entry.IsLeft = true;
    }

    /// <summary>Closes the journal; one that nobody else has open is shortened.</summary>
    /// <param name="isKept">Whether it is kept although all of its submissions were answered.</param>
    public async Task CloseAsync(bool isKept)
    {
        await _writer.DisposeAsync();
        using (await JournalFiles.LockAsync($"{_path}.lock", TimeProvider.System))
        {
            await _life.DisposeAsync();
            // Reading it all again is worth it only where much was added.
            if ((!isKept || _writer.Added * 4 > new FileInfo(_path).Length) && !JournalSessions.AnyIsAlive(_path))
                Shorten(isKept);
        }

        if (!File.Exists(_path))
            File.Delete($"{_path}.lock");
    }

    private bool Begin(IBufferWriter<byte> to)
    {
        if (_state.Header is not null)
            return false;
        JournalLine.Write(to, _header);
        return false;
    }

    private (JournalClaim Claim, JournalEntry Entry) Claim(JournalEntry wanted, IBufferWriter<byte> to)
    {
        // A forced repetition has a key of its own, and so never meets an earlier one.
        if (_state.Find(wanted.Point) is not { } known || (known.Key != wanted.Key && wanted.Key != wanted.Point))
        {
            wanted.Session = _session;
            _state.Add(wanted);
            JournalLine.WriteRequest(to, wanted);
            return (JournalClaim.New, wanted);
        }

        if (known.JobId is not null)
            return (JournalClaim.Known, known);
        if (!IsFree(known))
            return (JournalClaim.Busy, known);
        known.Session = _session;
        known.IsLeft = false;
        JournalLine.WriteTaken(to, known);
        return (JournalClaim.TakenUp, known);
    }

    private bool IsFree(JournalEntry entry) => entry.Session == _session ? entry.IsLeft : !JournalFiles.IsHeld(LifeOf(entry.Session));

    private string LifeOf(string session) => JournalSessions.File(_path, session);

    // What is answered needs no request any more, and a set without a name that is whole needs no journal.
    private void Shorten(bool isKept)
    {
        if (JournalFolder.Read(_path) is not { Header: { } header } state)
            return;
        if (!isKept && state.Open.Count == 0)
        {
            File.Delete(_path);
            return;
        }

        var text = new ArrayBufferWriter<byte>();
        JournalLine.Write(text, header);
        foreach (var entry in state.Answered.Where(entry => state.Find(entry.Point) == entry))
            JournalLine.WriteAnswer(text, entry);
        foreach (var entry in state.Open)
            JournalLine.WriteRequest(text, entry);
        if (state.IsBrokenOff || state.Planned is not null)
            JournalLine.WritePlan(text, "earlier", state.Planned);
        if (!state.IsBrokenOff)
            JournalLine.WriteEnd(text, "earlier");
        if (text.WrittenCount < new FileInfo(_path).Length)
            JournalFiles.Replace(_path, text.WrittenSpan);
    }
}
