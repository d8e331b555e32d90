namespace BatchTools;

/// <summary>A sweep over parameters: axes whose values are combined, each with each, and what stays the same.</summary>
public sealed record SweepDefinition
{
    /// <summary>The axes. The first is the outermost: its value changes last.</summary>
    public required IReadOnlyList<SweepAxis> Axes { get; init; }

    /// <summary>Parameters that have the same value at every point, in order. Default: none.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Fixed { get; init; } = [];

    /// <summary>
    /// Whether the axes go side by side, first value with first value, instead of each value with each. They are then
    /// equally long. Default: false.
    /// </summary>
    public bool Zip { get; init; }

    /// <summary>
    /// How jobs are named: text with <c>{axis}</c> or <c>{axis:format}</c> for a parameter's value and <c>{#}</c> for the
    /// index; <c>{{</c> and <c>}}</c> stand for braces. Default: job-{#}.
    /// </summary>
    public string JobNameTemplate { get; init; } = "job-{#}";

    /// <summary>The number of points: the product of the sizes of the axes, or their common size.</summary>
    /// <exception cref="BatchException">There are more points than can be counted.</exception>
    public long PointCount
    {
        get
        {
            if (Zip)
                return Axes.Count == 0 ? 1 : Axes[0].Values.Count;
            try
            {
                return Axes.Aggregate(1L, (count, axis) => checked(count * axis.Values.Count));
            }
            catch (OverflowException exception)
            {
                throw BatchException.From(exception, nameof(Messages.SweepTooLarge), ErrorKind.InvalidInput, this);
            }
        }
    }
}
