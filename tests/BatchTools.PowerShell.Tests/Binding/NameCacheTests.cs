using BatchTools.PowerShell.Binding;

namespace BatchTools.PowerShell.Tests.Binding;

public sealed class NameCacheTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _time = new();
    private readonly BatchConnection _connection = BatchConnection.ToLocal(new LocalConnectionSettings
    {
        Endpoint = new Uri("http://127.0.0.1:9/"),
        AccessKeyId = "AKIDEXAMPLE",
        SecretAccessKey = "secret",
        DataDirectory = "/nowhere",
    });

    private int _lookUps;

    [Fact]
    public void Names_are_looked_up_once_in_five_seconds()
    {
        var cache = new NameCache((_, _) => Found("a", "b"), _time) { Patience = TimeSpan.FromMinutes(1) };

        Assert.Equal(["a", "b"], cache.Names(_connection).Select(name => name.Value));
        _time.Advance(TimeSpan.FromSeconds(4.9));
        cache.Names(_connection);
        Assert.Equal(1, _lookUps);

        _time.Advance(TimeSpan.FromSeconds(0.2));
        cache.Names(_connection);
        Assert.Equal(2, _lookUps);
    }

    [Fact]
    public void A_slow_look_up_is_not_waited_for_and_is_there_the_next_time()
    {
        using var answer = new SemaphoreSlim(0);
        using var answered = new ManualResetEventSlim();
        async IAsyncEnumerable<Suggestion> SlowAsync()
        {
            await answer.WaitAsync();
            yield return new Suggestion("late");
            answered.Set();
        }

        var cache = new NameCache((_, _) => SlowAsync(), _time);

        Assert.Empty(cache.Names(_connection));
        answer.Release();
        answered.Wait(TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => cache.IsFresh(_connection), TimeSpan.FromMinutes(1)));

        Assert.Equal(["late"], cache.Names(_connection).Select(name => name.Value));
    }

    [Fact]
    public void A_look_up_that_is_under_way_is_not_started_again()
    {
        using var answer = new SemaphoreSlim(0);
        using var begun = new ManualResetEventSlim();
        async IAsyncEnumerable<Suggestion> SlowAsync()
        {
            _lookUps++;
            begun.Set();
            await answer.WaitAsync();
            yield return new Suggestion("late");
        }

        var cache = new NameCache((_, _) => SlowAsync(), _time);

        Assert.Empty(cache.Names(_connection));
        Assert.Empty(cache.Names(_connection));

        // On a busy machine the look-up begins only after the patience for it is over.
        begun.Wait(TestContext.Current.CancellationToken);
        Assert.Equal(1, _lookUps);
        answer.Release();
        Assert.True(SpinWait.SpinUntil(() => cache.IsFresh(_connection), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void A_failing_look_up_offers_nothing_and_is_not_repeated_at_each_key()
    {
        async IAsyncEnumerable<Suggestion> FailAsync()
        {
            _lookUps++;
            await Task.Yield();
            if (_lookUps > 0)
                throw new InvalidOperationException("unreachable");
            yield return new Suggestion("never");
        }

        var cache = new NameCache((_, _) => FailAsync(), _time);

        Assert.Empty(cache.Names(_connection));
        Assert.True(SpinWait.SpinUntil(() => cache.IsFresh(_connection), TimeSpan.FromMinutes(1)));
        Assert.Empty(cache.Names(_connection));
        Assert.Equal(1, _lookUps);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async IAsyncEnumerable<Suggestion> Found(params string[] names)
    {
        _lookUps++;
        await Task.Yield();
        foreach (var name in names)
            yield return new Suggestion(name);
    }
}
