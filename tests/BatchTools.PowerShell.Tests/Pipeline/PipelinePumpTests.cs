using System.Runtime.CompilerServices;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Tests.Pipeline;

public sealed class PipelinePumpTests
{
    private readonly RecordingHost _host = new();

    [Fact]
    public void Results_come_out_in_order_on_the_pipeline_thread()
    {
        using var pump = Start<int, int>((input, _, cancellationToken) => Double(input, cancellationToken));

        for (var number = 0; number < 500; number++)
            Assert.True(pump.Post(number));
        pump.Complete();

        Assert.Equal(Enumerable.Range(0, 500).Select(number => (object?)(number * 2)), _host.Objects);
        Assert.Equal([Environment.CurrentManagedThreadId], _host.Threads);
    }

    [Fact]
    public void Results_are_delivered_while_the_input_is_full()
    {
        // The body asks for an item only once its last result was taken, so a blocked Post has to deliver.
        using var pump = Start<int, int>((input, _, cancellationToken) => Double(input, cancellationToken));

        for (var number = 0; number <= 2 * PipelinePump<int, int>.InputCapacity; number++)
            pump.Post(number);

        Assert.NotEmpty(_host.Objects);
    }

    [Fact]
    public void The_body_waits_until_a_result_has_passed_the_pipeline()
    {
        var made = 0;
        _host.OnObject = _ => Assert.Equal(_host.Objects.Count + 1, Volatile.Read(ref made));

        async IAsyncEnumerable<int> Count()
        {
            for (var number = 0; number < 50; number++)
            {
                Interlocked.Increment(ref made);
                yield return number;
                await Task.Yield();
            }
        }

        using var pump = Start<int, int>((_, _, _) => Count());
        pump.Complete();

        Assert.Equal(50, _host.Objects.Count);
    }

    [Fact]
    public void What_the_body_reports_keeps_its_place_among_the_results()
    {
        async IAsyncEnumerable<string> Speak(IReporter reporter)
        {
            reporter.Verbose("a");
            yield return "b";
            reporter.Warning("c");
            reporter.Error(BatchException.For("NoRegion", ErrorKind.NotConnected, null));
            await Task.Yield();
            yield return "d";
        }

        using var pump = Start<int, string>((_, reporter, _) => Speak(reporter));
        pump.Complete();

        Assert.Equal(["verbose a", "object b", "warning c", "error NoRegion", "object d"], _host.Lines);
    }

    [Fact]
    public void A_failing_body_fails_the_pump_after_its_results()
    {
        async IAsyncEnumerable<int> Fail()
        {
            yield return 1;
            await Task.Yield();
            throw new InvalidOperationException("broken");
        }

        using var pump = Start<int, int>((_, _, _) => Fail());

        var error = Assert.Throws<InvalidOperationException>(pump.Complete);
        Assert.Equal("broken", error.Message);
        Assert.Equal([1], _host.Objects);
    }

    [Fact]
    public void A_body_that_has_ended_takes_no_more()
    {
        using var pump = Start<int, int>((_, _, _) => AsyncEnumerable.Empty<int>());
        pump.Complete();

        Assert.False(pump.Post(1));
    }

    [Fact]
    public void An_exception_out_of_the_pipeline_cancels_the_body_and_waits_for_its_end()
    {
        var ended = false;
        _host.OnObject = _ => throw new InvalidOperationException("enough");
        using var pump = Start<int, int>((_, _, cancellationToken) => Endless(() => ended = true, cancellationToken));

        Assert.Throws<InvalidOperationException>(pump.Complete);

        Assert.True(ended);
    }

    [Fact]
    public void A_pipeline_that_is_stopped_without_telling_its_commands_ends_the_body()
    {
        var ended = false;
        _host.OnObject = _ => _host.IsStopping = true;
        using var pump = Start<int, int>((_, _, cancellationToken) => Endless(() => ended = true, cancellationToken));

        Assert.ThrowsAny<OperationCanceledException>(pump.Complete);

        Assert.True(ended);
    }

    [Fact]
    public void Disposing_cancels_a_waiting_body_and_waits_for_its_end()
    {
        var ended = false;
        var pump = Start<int, int>((input, _, cancellationToken) => Ending(Double(input, cancellationToken), () => ended = true));
        pump.Post(1);

        pump.Dispose();

        Assert.True(ended);
    }

    [Fact]
    public void Cancelling_from_another_thread_ends_a_blocked_pump()
    {
        using var pump = Start<int, int>((_, _, cancellationToken) => Endless(() => { }, cancellationToken));
        using var blocked = new ManualResetEventSlim();
        _host.OnObject = _ => blocked.Set();
        Exception? thrown = null;
        var pipeline = new Thread(() =>
        {
            thrown = Record.Exception(() =>
            {
                pump.Post(1);
                pump.Complete();
            });
        });
        pipeline.Start();
        blocked.Wait(TestContext.Current.CancellationToken);

        pump.Cancel();
        pipeline.Join();

        Assert.IsType<OperationCanceledException>(thrown, exactMatch: false);
    }

    [Fact]
    public void A_body_that_ignores_cancellation_is_left_alone_within_a_second()
    {
        var never = new SemaphoreSlim(0);
        async IAsyncEnumerable<int> Deaf()
        {
            await never.WaitAsync(CancellationToken.None);
            yield return 1;
        }

        var pump = Start<int, int>((_, _, _) => Deaf());
        var start = TimeProvider.System.GetTimestamp();

        pump.Dispose();

        Assert.InRange(TimeProvider.System.GetElapsedTime(start), PipelinePump<int, int>.Patience, TimeSpan.FromSeconds(5));
        never.Release();
    }

    private PipelinePump<TInput, TOutput> Start<TInput, TOutput>(PipelineBody<TInput, TOutput> body) => new(_host, body, TimeProvider.System);

    private static async IAsyncEnumerable<int> Double(IAsyncEnumerable<int> input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var number in input.WithCancellation(cancellationToken))
            yield return number * 2;
    }

    private static async IAsyncEnumerable<int> Endless(Action ended, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            yield return 1;
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        finally
        {
            ended();
        }
    }

    private static async IAsyncEnumerable<int> Ending(IAsyncEnumerable<int> inner, Action ended)
    {
        try
        {
            await foreach (var item in inner)
                yield return item;
        }
        finally
        {
            ended();
        }
    }
}
