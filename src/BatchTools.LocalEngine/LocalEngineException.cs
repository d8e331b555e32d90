namespace BatchTools.LocalEngine;

/// <summary>The engine cannot be opened or has stopped working; the message says why and what to do.</summary>
public sealed class LocalEngineException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, with which value, and what to do.</param>
    public LocalEngineException(string message) : base(message) { }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What is wrong, with which value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public LocalEngineException(string message, Exception innerException) : base(message, innerException) { }
}
