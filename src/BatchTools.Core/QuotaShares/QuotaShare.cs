namespace BatchTools;

/// <summary>A part of the capacity of a job queue for service jobs, as it was when it was looked at.</summary>
public sealed class QuotaShare : ILiving
{
    /// <summary>The name, which is unique within the queue.</summary>
    public required string QuotaShareName { get; init; }

    /// <summary>The ARN.</summary>
    public string QuotaShareArn { get; init; } = "";

    /// <summary>The name of the queue.</summary>
    public string JobQueue { get; init; } = "";

    /// <summary>Whether it takes new work.</summary>
    public ResourceState State { get; init; }

    /// <summary>Its condition.</summary>
    public ResourceStatus Status { get; init; }

    /// <summary>How much its jobs may use, by unit, such as an instance type.</summary>
    public IReadOnlyDictionary<string, int> CapacityLimits { get; init; } = new Dictionary<string, int>();

    /// <summary>What becomes of idle capacity: RESERVE, LEND or LEND_AND_BORROW.</summary>
    public string Strategy { get; init; } = "";

    /// <summary>How much it may borrow, in percent of its own; -1: without limit; null: nothing.</summary>
    public int? BorrowLimit { get; init; }

    /// <summary>Whether a job of higher priority may take the place of another of the same share.</summary>
    public ResourceState InSharePreemption { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The connection that it came from.</summary>
    public required BatchConnection Connection { get; init; }

    /// <summary>Everything that the service told, as plain data in the shape and words of AWS.</summary>
    public IReadOnlyDictionary<string, object?> Raw { get; init; } = new Dictionary<string, object?>();

    string IDescribed.Arn => QuotaShareArn;

    string ILiving.Name => QuotaShareArn;

    string? ILiving.StatusReason => null;

    /// <summary>Gives the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => QuotaShareName;
}
