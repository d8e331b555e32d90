using System.Runtime.CompilerServices;

namespace BatchTools;

/// <summary>Reads what there is of logs, one by one. A log that is not there never hides why the job failed.</summary>
internal sealed class JobLogReading(IReporter reporter, LogOptions options)
{
    private readonly LogProblems _problems = new(reporter);

    /// <summary>The lines of one stream; what keeps it from being read is reported.</summary>
    public async IAsyncEnumerable<IReadOnlyList<JobLogEvent>> ReadAsync(
        LogStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pages = StreamReading.ReadAsync(stream, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(pages, stream))
            yield return pages.Current;
    }

    /// <summary>The streams that are asked for of a job; where there are none, that is said.</summary>
    public IReadOnlyList<LogStream> StreamsOf(Job job)
    {
        try
        {
            _problems.WithoutStream(job, LogStream.Wanted(job, options));
            return LogStream.Of(job, options);
        }
        catch (BatchException error) when (error.ErrorId is nameof(Messages.AttemptNotFound) or nameof(Messages.ContainerNotFound))
        {
            reporter.Error(error);
            return [];
        }
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<IReadOnlyList<JobLogEvent>> pages, LogStream stream)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (BatchException error) when (LogProblems.IsMissing(error))
        {
            _problems.Missing(stream, error);
            return false;
        }
        catch (BatchException error) when (LogProblems.IsOfOneLog(error))
        {
            _problems.Unreadable(stream.Job, error);
            return false;
        }
    }
}
