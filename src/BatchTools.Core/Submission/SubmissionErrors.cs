namespace BatchTools;

/// <summary>Tells the errors of one job from those that end the whole call.</summary>
internal static class SubmissionErrors
{
    /// <summary>Whether the next job may fare better.</summary>
    public static bool IsOfItem(BatchException error) => error.ErrorId == nameof(Messages.SubmissionUncertain)
        || error.Kind is ErrorKind.InvalidInput or ErrorKind.NotFound or ErrorKind.AlreadyExists or ErrorKind.Conflict;
}
