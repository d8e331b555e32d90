namespace BatchTools.LocalEngine.Scheduling;

/// <summary>How many jobs of a group are in each state.</summary>
internal sealed class StatusCounts
{
    private readonly int[] _counts = new int[(int)JobState.Failed + 1];

    public int this[JobState state] => _counts[(int)state];

    public int Terminal => this[JobState.Succeeded] + this[JobState.Failed];

    public int Total => _counts.Sum();

    public void Add(JobState state, int count = 1) => _counts[(int)state] += count;

    public void Move(JobState from, JobState to)
    {
        _counts[(int)from]--;
        _counts[(int)to]++;
    }

    /// <summary>The counts under AWS's names, every state named.</summary>
    public Dictionary<string, int> ToSummary()
    {
        var summary = new Dictionary<string, int>(_counts.Length, StringComparer.Ordinal);
        for (var state = JobState.Submitted; state <= JobState.Failed; state++)
            summary[state.Text()] = this[state];
        return summary;
    }
}
