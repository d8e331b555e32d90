using System.Management.Automation;

namespace BatchTools.PowerShell.Pipeline;

/// <summary>
/// A cmdlet whose work is an asynchronous stream: what the pipeline brings goes in by <see cref="Post"/>, results come out the
/// moment they arrive. Ctrl+C, an error and the end of a downstream <c>Select-Object -First</c> all cancel the work.
/// </summary>
/// <typeparam name="TInput">One item of work.</typeparam>
/// <typeparam name="TOutput">One result.</typeparam>
public abstract class StreamingCmdlet<TInput, TOutput> : BatchCmdlet, IDisposable
{
    private PipelinePump<TInput, TOutput>? _pump;
    private volatile bool _stopping;
    private int _hinted;

    private protected StreamingCmdlet()
    {
    }

    /// <summary>Cancels the work if it still runs, and waits for its end.</summary>
    public void Dispose()
    {
        _pump?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The work. Runs on the thread pool; speaks through the reporter and its results alone.</summary>
    /// <param name="input">What the pipeline brings.</param>
    /// <param name="reporter">Errors of single items, warnings, progress.</param>
    /// <param name="cancellationToken">Cancelled when nobody wants the results any more.</param>
    private protected abstract IAsyncEnumerable<TOutput> RunAsync(
        IAsyncEnumerable<TInput> input, IReporter reporter, CancellationToken cancellationToken);

    /// <summary>Whether the work has started.</summary>
    private protected bool IsStarted => _pump is not null;

    /// <summary>Starts the work; once it runs, does nothing.</summary>
    private protected void Start()
    {
        _pump ??= new PipelinePump<TInput, TOutput>(new CmdletHost(this), RunAsync, TimeProvider.System);
        if (_stopping)
            _pump.Cancel();
    }

    /// <summary>Hands an item to the work, which starts with the first one.</summary>
    private protected void Post(TInput item)
    {
        Start();
        Guard(() => _pump!.Post(item));
    }

    /// <summary>Waits, delivering, until the work has done what it was handed; then it can start anew.</summary>
    private protected void Finish()
    {
        Guard(() => _pump?.Complete());
        _pump = null;
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Finish();

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        _stopping = true;
        _pump?.Cancel();
    }

    /// <summary>Asks, out of the work, whether to go on with a change, as <c>ShouldProcess</c> does on the pipeline thread.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">What is done to it.</param>
    /// <param name="details">What more there is to say of it, in lines of its own; empty: nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    private protected Task<bool> ShouldProcessAsync(string? target, string action, string details, CancellationToken cancellationToken)
    {
        var sentence = $"Performing the operation \"{action}\" on target \"{target}\".{details}";
        return AskAsync(() => ShouldProcess(sentence, sentence, "Confirm"), cancellationToken);
    }

    /// <summary>Asks, out of the work, something that the pipeline thread alone can answer.</summary>
    /// <param name="question">Gives the answer; runs on the pipeline thread.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    private protected Task<T> AskAsync<T>(Func<T> question, CancellationToken cancellationToken) => _pump!.AskAsync(question, cancellationToken);

    /// <summary>
    /// After Ctrl+C: tells the user how to go on, past the pipeline, which takes nothing any more. Says nothing where no work ran.
    /// </summary>
    private protected void Hint(string sentence)
    {
        if (IsStarted && Interlocked.Exchange(ref _hinted, 1) == 0)
            Host?.UI?.WriteWarningLine(sentence);
    }

    /// <summary>Runs the pump, and turns its exceptions into what PowerShell expects.</summary>
    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException) when (_stopping || Stopping)
        {
            if (!_stopping)
                StopProcessing();
            throw new PipelineStoppedException();
        }
        catch (OperationCanceledException error)
        {
            Fail(BatchException.From(error, nameof(Messages.OperationTimeout), ErrorKind.Timeout, null, MyInvocation.MyCommand.Name));
        }
        catch (BatchException error)
        {
            Fail(error);
        }
    }
}
