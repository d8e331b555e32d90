namespace BatchTools;

/// <summary>Something that the service described.</summary>
internal interface IDescribed
{
    /// <summary>The ARN; empty where it has none.</summary>
    string Arn { get; }

    /// <summary>The connection that it came from.</summary>
    BatchConnection Connection { get; }

    /// <summary>Everything that the service told, as plain data in the shape and words of AWS.</summary>
    IReadOnlyDictionary<string, object?> Raw { get; }
}
