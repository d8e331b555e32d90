using System.Management.Automation;

namespace BatchTools.PowerShell.Pipeline;

/// <summary>Turns our errors into PowerShell's.</summary>
internal static class ErrorRecords
{
    /// <summary>Makes the record of an error: its name, its category, and what it is about.</summary>
    public static ErrorRecord From(BatchException error) => new(error, error.ErrorId, Category(error.Kind), error.Target);

    private static ErrorCategory Category(ErrorKind kind) => kind switch
    {
        ErrorKind.InvalidInput => ErrorCategory.InvalidArgument,
        ErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        ErrorKind.AlreadyExists => ErrorCategory.ResourceExists,
        ErrorKind.Denied => ErrorCategory.PermissionDenied,
        ErrorKind.NotConnected => ErrorCategory.ConnectionError,
        ErrorKind.Throttled => ErrorCategory.LimitsExceeded,
        ErrorKind.Unavailable => ErrorCategory.ResourceUnavailable,
        ErrorKind.Timeout => ErrorCategory.OperationTimeout,
        ErrorKind.JobFailed => ErrorCategory.InvalidResult,
        ErrorKind.Conflict => ErrorCategory.InvalidOperation,
        _ => ErrorCategory.NotSpecified,
    };
}
