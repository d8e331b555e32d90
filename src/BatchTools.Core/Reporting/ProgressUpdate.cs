namespace BatchTools;

/// <summary>How far one activity of a running operation is.</summary>
/// <param name="Activity">What is done; the same text in every update of one activity.</param>
/// <param name="Status">The state in words, such as counts by job status.</param>
/// <param name="Fraction">The part that is done, from 0 to 1; null while the whole is unknown.</param>
/// <param name="Remaining">The time that is probably left; null while unknown.</param>
/// <param name="Completed">Whether this is the last update of the activity.</param>
public sealed record ProgressUpdate(
    string Activity, string Status, double? Fraction, TimeSpan? Remaining = null, bool Completed = false);
