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

    private readonly Channel<TInput> input = Channel.CreateBounded<TInput>(
        new BoundedChannelOptions(InputCapacity) { SingleReader = true, SingleWriter = true });

    private readonly PumpMailbox mailbox = new();
    private readonly CancellationTokenSource cancellation = new();
    private readonly IPipelineHost host;
    private readonly ProgressSampler progress;
    private ExceptionDispatchInfo? failure;

    /// <summary>Starts the body on the thread pool.</summary>
    public PipelinePump(IPipelineHost host, PipelineBody<TInput, TOutput> body, TimeProvider timeProvider)
    {
        this.host = host;
        progress = new ProgressSampler(mailbox, timeProvider);
        _ = Task.Run(() => RunAsync(body));
    }

    /// <summary>Hands one item to the body and delivers what is ready; blocks, delivering, while the body is behind.</summary>
    /// <returns>Whether the body took the item; a body that has ended takes no more.</returns>
    public bool Post(TInput item)
    {
        var taken = false;
        PumpUntil(() => mailbox.Ended || (taken = input.Writer.TryWrite(item)));
        return taken;
    }

    /// <summary>Says that no more items come, and delivers until the body has ended.</summary>
    public void Complete()
    {
        input.Writer.TryComplete();
        PumpUntil(() => mailbox.Ended);
    }

    /// <summary>Cancels the body. Safe on any thread, at any time.</summary>
    public void Cancel()
    {
        cancellation.Cancel();
        mailbox.Nudge();
    }

    /// <summary>Cancels the body if it runs, and waits for its end.</summary>
    public void Dispose()
    {
        Cancel();
        var start = Stopwatch.GetTimestamp();
        while (!mailbox.Ended && Patience - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } left)
            mailbox.Wait(mailbox.Version, left);
    }

    private void PumpUntil(Func<bool> done)
    {
        var finished = false;
        try
        {
            while (true)
            {
                var seen = mailbox.Version;
                var reached = done();
                DeliverReady(mailbox.Ended);
                if (finished = reached)
                    return;
                mailbox.Wait(seen, progress.UntilNext);
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
            cancellation.Token.ThrowIfCancellationRequested();
            if (!mailbox.TryTake(out var message))
                break;
            message(host);
        }

        progress.Show(host, last);
        if (last)
            failure?.Throw();
    }

    private async Task RunAsync(PipelineBody<TInput, TOutput> body)
    {
        try
        {
            await foreach (var item in body(ReadInputAsync(cancellation.Token), mailbox, cancellation.Token))
                await DeliverAsync(item);
        }
        catch (Exception error)
        {
            failure = ExceptionDispatchInfo.Capture(error);
        }
        finally
        {
            mailbox.End();
        }
    }

    /// <summary>One result at a time: the body goes on when the pipeline has dealt with it.</summary>
    private async Task DeliverAsync(TOutput item)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        mailbox.Send(target =>
        {
            target.WriteObject(item);
            written.SetResult();
        });
        await written.Task.WaitAsync(cancellation.Token);
    }

    private async IAsyncEnumerable<TInput> ReadInputAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in input.Reader.ReadAllAsync(cancellationToken))
        {
            mailbox.Nudge();
            yield return item;
        }
    }
}
