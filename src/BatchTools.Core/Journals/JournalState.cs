using System.Text.Json;

namespace BatchTools.Journals;

/// <summary>What the lines of a journal amount to.</summary>
/// <param name="keepsAnswers">Whether answered submissions are remembered, so that none is sent twice.</param>
internal sealed class JournalState(bool keepsAnswers)
{
    private readonly Dictionary<string, JournalEntry> _byPoint = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JournalEntry> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _calls = new(StringComparer.Ordinal);
    private readonly List<JournalEntry> _answered = [];

    /// <summary>What the journal is of; null before its first line.</summary>
    public JournalHeader? Header { get; private set; }

    /// <summary>The submissions without an answer.</summary>
    public IReadOnlyCollection<JournalEntry> Open => _open.Values;

    /// <summary>The answered submissions in the order of their answers.</summary>
    public IReadOnlyList<JournalEntry> Answered => _answered;

    /// <summary>How many jobs the latest call that knew it was to submit; null where none knew.</summary>
    public int? Planned { get; private set; }

    /// <summary>Whether a call began and did not come to its end.</summary>
    public bool IsBrokenOff => _calls.Count > 0;

    /// <summary>The last moment that the journal tells of, in milliseconds since 1970.</summary>
    public long LastAt { get; private set; }

    /// <summary>The submission of a point, if there is one.</summary>
    public JournalEntry? Find(string point) => _byPoint.GetValueOrDefault(point);

    /// <summary>Takes up a submission that is to be sent.</summary>
    public void Add(JournalEntry entry)
    {
        _byPoint[entry.Point] = entry;
        _open[entry.Key] = entry;
        LastAt = Math.Max(LastAt, entry.At);
    }

    /// <summary>Notes the answer to a submission.</summary>
    public void Answer(JournalEntry entry, string jobId)
    {
        _open.Remove(entry.Key);
        entry.JobId = jobId;
        entry.Request = default;
        LastAt = Math.Max(LastAt, entry.At);
        if (!keepsAnswers)
        {
            _byPoint.Remove(entry.Point);
            return;
        }

        _byPoint[entry.Point] = entry;
        entry.Place = _answered.Count;
        _answered.Add(entry);
    }

    /// <summary>Forgets a submission that the service does not have.</summary>
    public void Drop(JournalEntry entry)
    {
        _open.Remove(entry.Key);
        if (_byPoint.GetValueOrDefault(entry.Point) == entry)
            _byPoint.Remove(entry.Point);
    }

    /// <summary>Takes in what a line says.</summary>
    public void Apply(ReadOnlyMemory<byte> text)
    {
        using var document = JournalLine.Read(text);
        if (document?.RootElement is not { } line)
            return;
        if (line.TryGetProperty("key", out _))
            AddOf(line);
        else if (line.TryGetProperty("answered", out var answered))
            Answer(Entry(line, answered.GetString()!), line.GetProperty("jobId").GetString()!);
        else if (line.TryGetProperty("dropped", out var dropped) && _open.TryGetValue(dropped.GetString()!, out var entry))
            Drop(entry);
        else if (line.TryGetProperty("taken", out var taken) && _open.TryGetValue(taken.GetString()!, out var left))
            left.Session = line.GetProperty("session").GetString()!;
        else if (line.TryGetProperty("call", out var call))
            Begin(call.GetString()!, line.TryGetProperty("planned", out var planned) ? planned.GetInt32() : null);
        else if (line.TryGetProperty("ended", out var ended))
            End(ended.GetString()!);
        else
            Header ??= JournalLine.ReadHeader(line);
    }

    /// <summary>Notes that a call begins.</summary>
    public void Begin(string call, int? planned)
    {
        _calls.Add(call);
        Planned = planned ?? Planned;
    }

    /// <summary>Notes that a call came to its end: whatever earlier ones left undone, it did.</summary>
    public void End(string call)
    {
        if (_calls.Contains(call))
            _calls.Clear();
    }

    private void AddOf(JsonElement line) => Add(new JournalEntry
    {
        Key = line.GetProperty("key").GetString()!,
        Point = line.GetProperty("point").GetString()!,
        Session = line.GetProperty("session").GetString()!,
        At = line.GetProperty("at").GetInt64(),
        Request = System.Text.Encoding.UTF8.GetBytes(line.GetProperty("request").GetRawText()),
    });

    private JournalEntry Entry(JsonElement line, string key) => _open.GetValueOrDefault(key) ?? new JournalEntry
    {
        Key = key,
        Point = line.TryGetProperty("point", out var point) ? point.GetString()! : key,
        At = line.GetProperty("at").GetInt64(),
    };
}
