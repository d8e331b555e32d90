using System.Runtime.CompilerServices;
using Amazon.Batch.Model;
using BatchTools.Journals;

namespace BatchTools;

/// <summary>
/// The jobs of one call: gives each its key, keeps the journal of them, and knows which were submitted before. It belongs to
/// a workload, or is a set of its own.
/// </summary>
internal sealed class SubmissionSet : IAsyncDisposable
{
    private static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(100);

    private readonly BatchConnection _connection;
    private readonly IReporter _reporter;
    private readonly SubmitOptions _options;
    private readonly bool _remembers;
    private readonly string _call = Guid.NewGuid().ToString("N")[..12];
    private readonly Dictionary<string, int> _repetitions = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1);
    private WorkloadJournal? _journal;
    private KnownJobs? _known;
    private JournalState? _earlier;
    private int _again;
    private int _gone;

    /// <summary>A set that has submitted nothing yet, and keeps no journal before it does.</summary>
    /// <param name="connection">Where to.</param>
    /// <param name="reporter">Hears of what was submitted before.</param>
    /// <param name="options">How.</param>
    /// <param name="name">
    /// The name of a set that is apart from others of its workload, and can be gone on with after it was broken off. Default:
    /// the workload's.
    /// </param>
    public SubmissionSet(BatchConnection connection, IReporter reporter, SubmitOptions options, string? name = null)
    {
        (_connection, _reporter, _options) = (connection, reporter, options);
        IsNamed = name is null && options.Workload is not null;
        _remembers = IsNamed || name is not null;
        Name = name ?? options.Workload ?? JournalFolder.NewName("unnamed", connection.TimeProvider);
        Settlement = new Settlement(connection, reporter);
    }

    /// <summary>The workload's name, or one that was made up.</summary>
    public string Name { get; }

    /// <summary>Whether the name was given.</summary>
    public bool IsNamed { get; }

    /// <summary>Looks for jobs whose answers got lost.</summary>
    public Settlement Settlement { get; }

    /// <summary>Tags a request with its key.</summary>
    /// <returns>What is submitted only once.</returns>
    public string Stamp(SubmitJobRequest request)
    {
        var point = SubmissionKey.Of(Name, request, "");
        // A sweep's points are what they are; other requests that are equal in one call are meant to be several.
        if (!IsNamed || request.Tags?.ContainsKey(WorkloadTags.Point) != true)
            point = Repeated(point) is > 0 and var repetition ? SubmissionKey.Of(Name, request, $"{repetition}") : point;
        var key = IsNamed && _options.Force ? SubmissionKey.Of(Name, request, $"{_call} {point}") : point;
        request.Tags = new Dictionary<string, string>(request.Tags ?? [], StringComparer.Ordinal) { [WorkloadTags.Key] = key };
        return point;
    }

    /// <summary>Whether the workload has a job already; only looks.</summary>
    public async Task<bool> WasSubmittedAsync(PreparedJob job, CancellationToken cancellationToken) => await EarlierIdAsync(job.Point, cancellationToken) is not null;

    /// <summary>The id of the job that the workload has already for a point; null if there is none. Only looks.</summary>
    public async Task<string?> EarlierIdAsync(string point, CancellationToken cancellationToken)
    {
        if (!_remembers || _options.Force)
            return null;
        _earlier ??= JournalFolder.Read((await JournalFolder.OfAsync(_connection, cancellationToken)).File(Name)) ?? new JournalState(keepsAnswers: true);
        return _earlier.Find(point)?.JobId;
    }

    /// <summary>Writes down that a job is to be submitted; waits while another call is about to submit it.</summary>
    /// <exception cref="BatchException">The journal cannot be written.</exception>
    public async Task<(JournalClaim Claim, JournalEntry Entry)> ClaimAsync(PreparedJob job, CancellationToken cancellationToken)
    {
        var journal = _journal ?? await OpenAsync(cancellationToken);
        var wanted = new JournalEntry
        {
            Key = job.Request.Tags![WorkloadTags.Key],
            Point = job.Point,
            At = _connection.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds(),
            Request = job.Text,
        };
        while (true)
        {
            var claimed = await journal.ClaimAsync(wanted);
            if (claimed.Claim != JournalClaim.Busy)
                return claimed;
            await Task.Delay(BusyPause, _connection.TimeProvider, cancellationToken);
        }
    }

    /// <summary>The jobs that were submitted before, as far as the service still keeps them.</summary>
    public async IAsyncEnumerable<Job> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await OpenAsync(cancellationToken);
        await foreach (var job in _known!.AllAsync(cancellationToken))
            yield return job;
    }

    /// <summary>What was written down, has no answer, and is nobody's to send.</summary>
    public async Task<IReadOnlyList<JournalEntry>> LeftAsync(CancellationToken cancellationToken) => (await OpenAsync(cancellationToken)).Left();

    /// <summary>Writes down a job that another machine submitted.</summary>
    public async Task RememberAsync(string key, Job job, CancellationToken cancellationToken)
    {
        var journal = await OpenAsync(cancellationToken);
        await journal.AnswerAsync(new JournalEntry { Key = key, Point = key, At = ServiceTime.ToMilliseconds(job.CreatedAt ?? _connection.TimeProvider.GetLocalNow().DateTime) }, job.JobId);
    }

    /// <summary>The job that was submitted before; null if the service no longer keeps it.</summary>
    public async Task<Job?> KnownAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var job = await _known!.FindAsync(entry, cancellationToken);
        if (job is null)
            Interlocked.Increment(ref _gone);
        else
            Interlocked.Increment(ref _again);
        return job;
    }

    /// <summary>Notes the service's answer.</summary>
    public Task AnswerAsync(JournalEntry entry, string jobId) => _journal!.AnswerAsync(entry, jobId);

    /// <summary>Notes that the service does not have a job, and will not.</summary>
    public Task DropAsync(JournalEntry entry) => _journal!.DropAsync(entry);

    /// <summary>Gives up a job that the service may have or not.</summary>
    public void Leave(JournalEntry entry) => _journal!.Leave(entry);

    /// <summary>Whether all that was to be submitted was.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Notes that nothing more will come.</summary>
    public void Complete() => IsComplete = true;

    /// <summary>Closes the journal, and tells what was not submitted again.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_again > 0)
            _reporter.Warning(BatchException.Text(nameof(Messages.SubmittedBefore), _again, Name));
        if (_gone > 0)
            _reporter.Warning(BatchException.Text(nameof(Messages.SubmittedLongBefore), _gone, Name));
        if (_journal is { } journal)
        {
            if (IsComplete)
                await journal.EndAsync(_call);
            await journal.CloseAsync(isKept: IsNamed || (_remembers && !IsComplete));
        }

        _opening.Dispose();
    }

    private int Repeated(string point)
    {
        lock (_repetitions)
            return _repetitions[point] = _repetitions.TryGetValue(point, out var count) ? count + 1 : 0;
    }

    private async Task<WorkloadJournal> OpenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_journal is not null)
                return _journal;
            var folder = await JournalFolder.OfAsync(_connection, cancellationToken);
            folder.RemoveOld(_connection.TimeProvider);
            var header = new JournalHeader(Name, IsNamed, folder.Place, _connection.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds());
            var journal = await WorkloadJournal.OpenAsync(folder.File(Name), header, _remembers);
            await journal.BeginAsync(_call, _options.Expected);
            _known = new KnownJobs(_connection, journal);
            return _journal = journal;
        }
        finally
        {
            _opening.Release();
        }
    }
}
