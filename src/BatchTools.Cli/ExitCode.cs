namespace BatchTools.Cli;

/// <summary>What the exit codes of `batchtools` mean.</summary>
internal static class ExitCode
{
    /// <summary>All jobs succeeded, or the command did what it should.</summary>
    public const int Success = 0;

    /// <summary>Some jobs failed.</summary>
    public const int JobsFailed = 1;

    /// <summary>Bad input: a wrong option, a file with an error, a name that does not exist.</summary>
    public const int BadInput = 2;

    /// <summary>The time limit ran out before all jobs had finished.</summary>
    public const int TimedOut = 3;

    /// <summary>The service refused or failed, or there are no credentials for it.</summary>
    public const int Service = 4;

    /// <summary>Interrupted by Ctrl+C, or asked to end.</summary>
    public const int Interrupted = 130;

    /// <summary>The code for an error. A wait that ran out is a time limit; a service that does not answer is a service that failed.</summary>
    public static int Of(BatchException error) => error.Kind switch
    {
        ErrorKind.InvalidInput or ErrorKind.NotFound or ErrorKind.AlreadyExists or ErrorKind.Conflict => BadInput,
        ErrorKind.JobFailed => JobsFailed,
        ErrorKind.Timeout when error.ErrorId == nameof(Messages.WaitTimedOut) => TimedOut,
        _ => Service,
    };
}
