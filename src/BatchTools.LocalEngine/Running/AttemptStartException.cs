namespace BatchTools.LocalEngine.Running;

/// <summary>An attempt cannot be started.</summary>
/// <param name="message">Why, and what to do.</param>
internal sealed class AttemptStartException(string message) : Exception(message);
