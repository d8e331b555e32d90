namespace BatchTools;

/// <summary>
/// Lets the children of a smaller array see the index that they had in the first one. AWS Batch sets the variable itself and
/// takes no other value for it, so a shell sets it before it becomes the job's own command.
/// </summary>
internal static class RestartScript
{
    private const string Name = "batchtools-restart";
    private const string Variable = "AWS_BATCH_JOB_ARRAY_INDEX";

    /// <summary>The command that runs another one for some children of the first array.</summary>
    /// <param name="children">The indices in the first array, in order.</param>
    /// <param name="command">The command of the first array.</param>
    public static IReadOnlyList<string> Wrap(IReadOnlyList<long> children, IReadOnlyList<string> command)
    {
        var indexes = PointIndexes.Of(children);
        // A single child is no array job, so nothing counts.
        var position = children.Count > 1 ? Variable : "0";
        var function = indexes.IsOneRun ? "" : $"{PointIndexes.Function}\n";
        return ["sh", "-c", $"{function}{indexes.Assign(position)}\nexport {Variable}=$_i\nexec \"$@\"", Name, .. command];
    }

    /// <summary>The command of the first array within a command that <see cref="Wrap"/> made; any other command as it is.</summary>
    public static IReadOnlyList<string> Unwrap(IReadOnlyList<string> command) => IsWrapped(command) ? [.. command.Skip(4)] : command;

    /// <summary>The index in the first array.</summary>
    /// <param name="command">The command of the array, or of the child.</param>
    /// <param name="child">The index in the array at hand.</param>
    public static int OriginalIndex(IReadOnlyList<string> command, int child)
    {
        if (!IsWrapped(command))
            return child;
        var script = command[2];
        var at = script.StartsWith(PointIndexes.Function, StringComparison.Ordinal) ? PointIndexes.Function.Length + 1 : 0;
        return (int?)PointIndexes.Read(script, ref at)?.At(child) ?? child;
    }

    private static bool IsWrapped(IReadOnlyList<string> command) => command is [_, "-c", _, Name, ..];
}
