namespace DataProcessing;

/// <summary>Lets whole records pass once each, and counts what it leaves out.</summary>
internal sealed class Cleaning
{
    public int Read { get; private set; }

    public int Broken { get; private set; }

    public int Repeated { get; private set; }

    public IEnumerable<DayRecord> Clean(IEnumerable<string> lines)
    {
        // A repeated line follows its first one, so the last id is all that has to be kept.
        var last = 0;
        foreach (var line in lines)
        {
            Read++;
            if (DayRecord.Parse(line) is not { } record)
                Broken++;
            else if (record.Id == last)
                Repeated++;
            else
            {
                last = record.Id;
                yield return record;
            }
        }
    }
}
