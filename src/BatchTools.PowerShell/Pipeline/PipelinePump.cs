using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace BatchTools.PowerShell.Pipeline;

/// <summary>
/// Runs one asynchronous body behind a synchronous pipeline: items go in by <see cref="Post"/>, the body's results, errors
/// and progress come out while the pipeline thread is in <see cref="Post"/> or <see cref="Complete"/>. Leaving either by an
/// exception, whatever it is, cancels the body and waits for it.
/// </summary>
internal sealed class PipelinePump<TInput, TOutput> : IDisposable
{
    /// <summary>How many items may wait for the body before the pipeline thread stops taking more.</summary>
    public const int InputCapacity = 64;

    /// <summary>How long a cancelled body may take to end before it is left alone: Ctrl+C answers within a second.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(900);

    // How often to look whether the pipeline is being stopped.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly Channel<TInput> _input = Channel.CreateBounded<TInput>(
        new BoundedChannelOptions(InputCapacity) { SingleReader = true, SingleWriter = true });

    private readonly PumpMailbox _mailbox = new();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly IPipelineHost _host;
    private readonly ProgressSampler _progress;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Starts the body on the thread pool.</summary>
    public PipelinePump(IPipelineHost host, PipelineBody<TInput, TOutput> body, TimeProvider timeProvider)
    {
        _host = host;
        _progress = new ProgressSampler(_mailbox, timeProvider);
        _ = Task.Run(() => RunAsync(body));
    }

    /// <summary>Hands one item to the body and delivers what is ready; blocks, delivering, while the body is behind.</summary>
    /// <returns>Whether the body took the item; a body that has ended takes no more.</returns>
    public bool Post(TInput item)
    {
        var taken = false;
        PumpUntil(() => _mailbox.Ended || (taken = _input.Writer.TryWrite(item)));
        return taken;
    }

    /// <summary>Says that no more items come, and delivers until the body has ended.</summary>
    public void Complete()
    {
        _input.Writer.TryComplete();
        PumpUntil(() => _mailbox.Ended);
    }

    /// <summary>Lets the body ask something that the pipeline thread alone can answer, such as what the user wants.</summary>
    /// <param name="question">Gives the answer; runs on the pipeline thread.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<T> AskAsync<T>(Func<T> question, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _mailbox.Send(_ => answer.SetResult(question()));
        return await answer.Task.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Cancels the body. Safe on any thread, at any time: what the cancellation sets off runs elsewhere, for it may wait for the
    /// pipeline thread, which hears of it here at once.
    /// </summary>
    public void Cancel()
    {
        _ = _cancellation.CancelAsync();
        _mailbox.Nudge();
    }

    /// <summary>Cancels the body if it runs, and waits for its end.</summary>
    public void Dispose()
    {
        Cancel();
        var start = Stopwatch.GetTimestamp();
        while (!_mailbox.Ended && Patience - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } left)
            _mailbox.Wait(_mailbox.Version, left);
    }

    private void PumpUntil(Func<bool> done)
    {
        var finished = false;
        try
        {
            while (true)
            {
                var seen = _mailbox.Version;
                var reached = done();
                DeliverReady(_mailbox.Ended);
                if (finished = reached)
                    return;
                _mailbox.Wait(seen, _progress.UntilNext is var next && next < Look ? next : Look);
                if (_host.IsStopping)
                    Cancel();
            }
        }
        finally
        {
            if (!finished)
                Dispose();
        }
    }

    /// <summary>Delivers what the mailbox holds; at the end also what the body died of.</summary>
    private void DeliverReady(bool last)
    {
        while (true)
        {
            _cancellation.Token.ThrowIfCancellationRequested();
            if (!_mailbox.TryTake(out var message))
                break;
            message(_host);
        }

        _progress.Show(_host, last);
        if (last)
            _failure?.Throw();
    }

    private async Task RunAsync(PipelineBody<TInput, TOutput> body)
    {
        try
        {
            await foreach (var item in body(ReadInputAsync(_cancellation.Token), _mailbox, _cancellation.Token))
                await DeliverAsync(item);
        }
        catch (Exception error)
        {
            _failure = ExceptionDispatchInfo.Capture(error);
        }
        finally
        {
            _mailbox.End();
        }
    }

    /// <summary>One result at a time: the body goes on when the pipeline has dealt with it.</summary>
    private async Task DeliverAsync(TOutput item)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _mailbox.Send(target =>
        {
            target.WriteObject(item);
            written.SetResult();
        });
        await written.Task.WaitAsync(_cancellation.Token);
    }

    private async IAsyncEnumerable<TInput> ReadInputAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in _input.Reader.ReadAllAsync(cancellationToken))
        {
            _mailbox.Nudge();
            yield return item;
        }
    }
}
