namespace BatchTools;

/// <summary>The bounds that AWS Batch sets to attempts and timeouts.</summary>
internal static class JobLimits
{
    private const int MostAttempts = 10;
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(60);

    /// <summary>The attempts, if they are 1 to 10.</summary>
    /// <exception cref="BatchException">They are not.</exception>
    public static int Attempts(string name, int attempts) => attempts is >= 1 and <= MostAttempts
        ? attempts
        : throw BatchException.For(nameof(Messages.AttemptsOutOfRange), ErrorKind.InvalidInput, name, name, attempts);

    /// <summary>The timeout in seconds, if it is a minute at least.</summary>
    /// <exception cref="BatchException">It is shorter.</exception>
    public static int TimeoutSeconds(string name, TimeSpan timeout) => timeout >= ShortestTimeout
        ? (int)Math.Min(Math.Ceiling(timeout.TotalSeconds), int.MaxValue)
        : throw BatchException.For(nameof(Messages.TimeoutTooShort), ErrorKind.InvalidInput, name, name, timeout);
}
