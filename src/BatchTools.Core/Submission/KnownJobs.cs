using System.Runtime.CompilerServices;
using BatchTools.Journals;

namespace BatchTools;

/// <summary>Reads jobs that were submitted before, as they are asked for one by one, 100 a call.</summary>
internal sealed class KnownJobs(BatchConnection connection, WorkloadJournal journal)
{
    private const int BlocksAtHand = 8;

    private readonly SemaphoreSlim _turn = new(1);

    // The same pipeline asks for jobs in about the order of their answers, so one block serves the next hundred.
    private readonly SortedDictionary<int, Dictionary<string, Job>> _blocks = [];

    /// <summary>The job of an answered submission; null if the service no longer keeps it.</summary>
    public async Task<Job?> FindAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var number = entry.Place / JobDescriptions.MostInOneCall;
            if (!_blocks.TryGetValue(number, out var block) || !block.ContainsKey(entry.JobId!))
                _blocks[number] = block = await ReadAsync(number, cancellationToken);
            if (_blocks.Count > BlocksAtHand)
                _blocks.Remove(_blocks.Keys.First());
            return block.GetValueOrDefault(entry.JobId!);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The jobs of all answered submissions that the service still keeps, in the order of their answers.</summary>
    public async IAsyncEnumerable<Job> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var number = 0; journal.Answered(number * JobDescriptions.MostInOneCall, 1).Count > 0; number++)
        {
            foreach (var job in (await ReadAsync(number, cancellationToken)).Values)
                yield return job;
        }
    }

    private async Task<Dictionary<string, Job>> ReadAsync(int number, CancellationToken cancellationToken)
    {
        var ids = journal.Answered(number * JobDescriptions.MostInOneCall, JobDescriptions.MostInOneCall).Select(entry => entry.JobId!).ToArray();
        var found = await JobDescriptions.DescribeAsync(connection, ids, cancellationToken);
        return ids.Where(found.ContainsKey).ToDictionary(id => id, id => JobMapping.ToJob(found[id], connection), StringComparer.Ordinal);
    }
}
