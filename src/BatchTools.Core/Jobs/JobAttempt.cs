namespace BatchTools;

/// <summary>One try to run a job that has ended.</summary>
public sealed class JobAttempt
{
    /// <summary>The number of the attempt, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When the attempt began to run; null if it never did.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When the attempt ended.</summary>
    public DateTime? StoppedAt { get; init; }

    /// <summary>How long the attempt ran; null if it never did.</summary>
    public TimeSpan? Duration => StoppedAt - StartedAt;

    /// <summary>The exit code of the container; null if there is none, as after a lost host.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Why the container ended or could not start, in the service's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Why the attempt ended, in the service's words.</summary>
    public string? StatusReason { get; init; }

    /// <summary>Why the attempt failed, in a word; null if it succeeded.</summary>
    public FailureClass? FailureClass { get; init; }

    /// <summary>The log stream of the attempt; null if it never ran.</summary>
    public string? LogStreamName { get; init; }

    /// <summary>The ARN of the ECS task.</summary>
    public string? TaskArn { get; init; }

    /// <summary>The ARN of the container instance; null on Fargate.</summary>
    public string? ContainerInstanceArn { get; init; }

    /// <summary>Gives the number of the attempt and how it ended.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => ExitCode is { } code ? $"{Number}: exit code {code}" : $"{Number}: {StatusReason ?? Reason}";
}
