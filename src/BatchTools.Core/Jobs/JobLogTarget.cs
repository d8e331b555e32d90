using Amazon.Batch.Model;

namespace BatchTools;

/// <summary>Where a container's log goes.</summary>
/// <param name="Driver">The log driver, if it is not the one of CloudWatch Logs; else null.</param>
/// <param name="Group">The group in CloudWatch Logs; null with another driver.</param>
internal readonly record struct JobLogTarget(string? Driver, string? Group)
{
    private const string DefaultGroup = "/aws/batch/job";

    /// <summary>The target that a log configuration names; the default without one.</summary>
    public static JobLogTarget Of(LogConfiguration? configuration) => configuration?.LogDriver?.Value is { } driver and not "awslogs"
        ? new JobLogTarget(driver, null)
        : new JobLogTarget(null, configuration?.Options?.GetValueOrDefault("awslogs-group") ?? DefaultGroup);
}
