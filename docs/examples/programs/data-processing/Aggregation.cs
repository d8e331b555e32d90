namespace DataProcessing;

/// <summary>Groups records by hour and kind.</summary>
internal sealed class Aggregation
{
    private readonly SortedDictionary<(int Hour, string Kind), Group> _groups = [];

    public IReadOnlyCollection<KeyValuePair<(int Hour, string Kind), Group>> Groups => _groups;

    /// <summary>Adds each record on its way through.</summary>
    public IEnumerable<DayRecord> Watch(IEnumerable<DayRecord> records)
    {
        foreach (var record in records)
        {
            if (!_groups.TryGetValue((record.Time.Hour, record.Kind), out var group))
                _groups.Add((record.Time.Hour, record.Kind), group = new Group());
            group.Add(record.Amount);
            yield return record;
        }
    }
}
