using System.Globalization;

namespace BatchTools;

/// <summary>
/// An error with a name, a class and a target. Its message is one line: what was wrong, with which value, and what
/// to do.
/// </summary>
public sealed class BatchException : Exception
{
    private BatchException(string errorId, ErrorKind kind, object? target, string message, IReadOnlyList<object?> arguments, Exception? cause)
        : base(message, cause)
    {
        ErrorId = errorId;
        Arguments = arguments;
        Kind = kind;
        Target = target;
    }

    /// <summary>The name of the error, which is the name of its text.</summary>
    public string ErrorId { get; }

    /// <summary>The class of the error.</summary>
    public ErrorKind Kind { get; }

    /// <summary>What the error is about: an id, a name, a file, a request; null if nothing in particular.</summary>
    public object? Target { get; }

    /// <summary>The values that the text names.</summary>
    internal IReadOnlyList<object?> Arguments { get; }

    /// <summary>The place in a file that led to the error, where its message begins with one that its text does not have.</summary>
    internal string? Place { get; private init; }

    /// <summary>Makes the error of the given name.</summary>
    /// <param name="errorId">The name of a text among the messages; its placeholders take <paramref name="args"/>.</param>
    /// <param name="kind">The class of the error.</param>
    /// <param name="target">What the error is about.</param>
    /// <param name="args">The values that the text names.</param>
    /// <returns>The error, to be thrown or reported.</returns>
    public static BatchException For(string errorId, ErrorKind kind, object? target, params object?[] args) =>
        new(errorId, kind, target, Text(errorId, args), args, null);

    /// <summary>Makes the error of the given name, keeping the exception that led to it.</summary>
    /// <param name="cause">The exception that led to the error.</param>
    /// <param name="errorId">The name of a text among the messages; its placeholders take <paramref name="args"/>.</param>
    /// <param name="kind">The class of the error.</param>
    /// <param name="target">What the error is about.</param>
    /// <param name="args">The values that the text names.</param>
    /// <returns>The error, to be thrown or reported.</returns>
    public static BatchException From(
        Exception cause, string errorId, ErrorKind kind, object? target, params object?[] args) =>
        new(errorId, kind, target, Text(errorId, args), args, cause);

    /// <summary>The same error, its message beginning with the place in a file that led to it.</summary>
    /// <param name="place">The place, as file(line,column).</param>
    /// <returns>The error.</returns>
    internal BatchException At(string place) => new(ErrorId, Kind, Target, $"{place}: {Message}", Arguments, this) { Place = place };

    /// <summary>The text of a message, as errors and warnings have it.</summary>
    /// <param name="messageId">The name of the text.</param>
    /// <param name="args">The values that it names.</param>
    internal static string Text(string messageId, params object?[] args)
    {
        var text = Messages.ResourceManager.GetString(messageId, CultureInfo.InvariantCulture)
            ?? throw new ArgumentException($"There is no message named '{messageId}'.", nameof(messageId));
        return string.Format(CultureInfo.InvariantCulture, text, args);
    }
}
