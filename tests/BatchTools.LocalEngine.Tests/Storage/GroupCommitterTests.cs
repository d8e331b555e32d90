using BatchTools.LocalEngine.Storage;
using BatchTools.LocalEngine.Tests.Support;
using Microsoft.Data.Sqlite;

namespace BatchTools.LocalEngine.Tests.Storage;

public sealed class GroupCommitterTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SemaphoreSlim _mayCommit = new(0);
    private readonly List<int> _batches = [];
    private readonly SqliteConnection _connection;
    private readonly GroupCommitter<int> _writer;

    public GroupCommitterTests()
    {
        _connection = Database.Open(_folder.File("test.db"), "FULL", ["CREATE TABLE number (value INTEGER);"]);
        var insert = Database.Prepare(_connection, "INSERT INTO number (value) VALUES ($value)", "$value");
        _writer = new GroupCommitter<int>(
            _connection,
            batch =>
            {
                foreach (var number in batch)
                {
                    if (number < 0)
                        throw new IOException("the disk is full");
                    insert.Parameters[0].Value = number;
                    insert.ExecuteNonQuery();
                }

                _batches.Add(batch.Count);
                _mayCommit.Wait(TestContext.Current.CancellationToken);
            },
            "test");
    }

    public void Dispose()
    {
        _mayCommit.Release(1000);
        _writer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_comes_while_one_commits_goes_together_into_the_next()
    {
        _writer.Enqueue(1);
        var first = _writer.WhenDurableAsync();
        await UntilAsync(() => _batches.Count == 1);
        for (var number = 2; number <= 50; number++)
            _writer.Enqueue(number);
        var rest = _writer.WhenDurableAsync();

        Assert.False(first.IsCompleted);
        _mayCommit.Release();
        await first;
        Assert.False(rest.IsCompleted);
        _mayCommit.Release();
        await rest;

        Assert.Equal([1, 49], _batches);
        Assert.Equal(Enumerable.Range(1, 50).Select(number => (long)number), Read());
        Assert.True(_writer.WhenDurableAsync().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task What_nobody_waits_for_is_written_all_the_same()
    {
        _mayCommit.Release(1000);
        _writer.Enqueue(1);
        _writer.Enqueue(2);

        await UntilAsync(() => Read().Count == 2);
    }

    [Fact]
    public async Task After_a_failure_nothing_counts_as_written_and_nothing_half_is_there()
    {
        _mayCommit.Release(1000);
        _writer.Enqueue(1);
        await _writer.WhenDurableAsync();
        _writer.Enqueue(2);
        _writer.Enqueue(-1);

        var error = await Assert.ThrowsAsync<LocalEngineException>(() => _writer.WhenDurableAsync());
        _writer.Enqueue(3);
        await Assert.ThrowsAsync<LocalEngineException>(() => _writer.WhenDurableAsync());

        Assert.Contains("the disk is full", error.Message, StringComparison.Ordinal);
        Assert.True(_writer.HasFailed);
        Assert.Throws<LocalEngineException>(_writer.WaitUntilDurable);
        _writer.Dispose();
        Assert.DoesNotContain(3L, Read());
    }

    [Fact]
    public async Task What_comes_after_the_close_does_not_count_as_written()
    {
        _mayCommit.Release(1000);
        _writer.Enqueue(1);
        _writer.Dispose();
        Assert.Equal([1L], Read());

        _writer.Enqueue(2);

        await Assert.ThrowsAsync<LocalEngineException>(() => _writer.WhenDurableAsync());
    }

    private List<long> Read()
    {
        using var reader = Database.OpenReader(_folder.File("test.db"));
        using var command = reader.CreateCommand();
        command.CommandText = "SELECT value FROM number ORDER BY rowid";
        using var rows = command.ExecuteReader();
        var values = new List<long>();
        while (rows.Read())
            values.Add(rows.GetInt64(0));
        return values;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }
}
