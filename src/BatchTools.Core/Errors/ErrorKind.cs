namespace BatchTools;

/// <summary>The class of an error: what its host should make of it.</summary>
public enum ErrorKind
{
    /// <summary>A value that was given is wrong.</summary>
    InvalidInput,

    /// <summary>What was asked for does not exist.</summary>
    NotFound,

    /// <summary>What should be created exists already.</summary>
    AlreadyExists,

    /// <summary>The caller lacks a permission.</summary>
    Denied,

    /// <summary>There is no connection: no region, no credentials, or credentials that were refused.</summary>
    NotConnected,

    /// <summary>The service asked to slow down, longer than was waited.</summary>
    Throttled,

    /// <summary>The service cannot be reached, or failed.</summary>
    Unavailable,

    /// <summary>A time limit ran out.</summary>
    Timeout,

    /// <summary>A job ended in failure.</summary>
    JobFailed,

    /// <summary>The state of a resource does not allow the operation.</summary>
    Conflict,

    /// <summary>A fault of BatchTools or of the service's answer.</summary>
    Internal,
}
