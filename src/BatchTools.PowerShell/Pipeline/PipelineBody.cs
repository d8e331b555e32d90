namespace BatchTools.PowerShell.Pipeline;

/// <summary>The asynchronous work of a cmdlet: an async stream in, an async stream out, and a reporter for all the rest.</summary>
internal delegate IAsyncEnumerable<TOutput> PipelineBody<in TInput, out TOutput>(
    IAsyncEnumerable<TInput> input, IReporter reporter, CancellationToken cancellationToken);
