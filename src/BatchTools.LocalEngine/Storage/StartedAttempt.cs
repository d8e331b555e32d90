using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BatchTools.LocalEngine.Storage;

/// <summary>An attempt that was begun, as the journal has it.</summary>
/// <param name="Job">The number of its job's submission.</param>
/// <param name="Part">Its place in an array or multi-node job; <see cref="StateSchema.NoChild"/> for a job of its own.</param>
/// <param name="Number">Which attempt of the job it is, from 1.</param>
/// <param name="TaskId">Its task.</param>
/// <param name="ClusterName">The cluster of its environment.</param>
/// <param name="EnvironmentName">Its environment.</param>
internal sealed record StartedAttempt(long Job, int Part, int Number, Guid TaskId, string ClusterName, string EnvironmentName)
{
    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Job} {Part} {Number} {TaskId:N} {ClusterName} {EnvironmentName}\n");

    /// <summary>Reads a line; one that was cut off by a crash is none.</summary>
    public static bool TryRead(string line, [NotNullWhen(true)] out StartedAttempt? attempt)
    {
        attempt = line.Split(' ') is [var job, var part, var number, var task, var cluster, var environment]
            && long.TryParse(job, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && Guid.TryParseExact(task, "N", out var taskId)
                ? new StartedAttempt(sequence, place, count, taskId, cluster, environment)
                : null;
        return attempt is not null;
    }
}
