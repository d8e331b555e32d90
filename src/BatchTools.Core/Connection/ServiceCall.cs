using Amazon.Runtime;

namespace BatchTools;

/// <summary>One call of a service: what its errors need to name, and how throttling is met.</summary>
/// <param name="Connection">The connection that is called on.</param>
/// <param name="Permission">The operation as permissions write it, such as batch:DescribeJobs.</param>
/// <param name="Target">What the call is about: an id, a name; null if nothing in particular.</param>
internal sealed record ServiceCall(BatchConnection Connection, string Permission, object? Target)
{
    private const int ThrottledTries = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The pace that the call keeps to and slows down; null for status calls, which have none: throttled, they slow submissions
    /// down and go before them.
    /// </summary>
    public CallRate? Rate { get; init; }

    /// <summary>The operation's name, such as DescribeJobs.</summary>
    public string Operation => Permission[(Permission.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>
    /// Makes the call. A throttled call did nothing, so it is made again after a pause that grows; every other failure
    /// is an error of ours.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="BatchException">The call failed.</exception>
    public async Task<T> InvokeAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (Rate is not null)
                    await Rate.WaitAsync(cancellationToken);
                var answer = await call(cancellationToken);
                Rate?.Accepted();
                return answer;
            }
            catch (AmazonServiceException exception) when (attempt < ThrottledTries && ServiceErrors.IsThrottling(exception))
            {
                (Rate ?? Connection.SubmissionRate).Throttled();
                using var first = Rate is null ? Connection.StatusFirst.Wait() : null;
                await PauseAsync(attempt, cancellationToken);
            }
            catch (Exception exception) when (exception is not BatchException && !cancellationToken.IsCancellationRequested)
            {
                throw ServiceErrors.Map(exception, this);
            }
        }
    }

    /// <summary>The pause after the given throttled try, half of it by chance, so that callers do not come back together.</summary>
    public Task PauseAsync(int attempt, CancellationToken cancellationToken)
    {
        var full = FirstPause * Math.Pow(2, Math.Min(attempt, 10) - 1);
        var capped = full < LongestPause ? full : LongestPause;
        return Task.Delay(capped * (0.5 + (Random.Shared.NextDouble() / 2)), Connection.TimeProvider, cancellationToken);
    }
}
