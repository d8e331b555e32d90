using System.Globalization;
using ExamplePrograms;

namespace DataProcessing;

/// <summary>
/// One day's records as they come from the source: comma-separated lines in the order of their times, some of them sent twice,
/// some cut off, some with an amount that is no number. The same day of the same type always holds the same lines.
/// </summary>
internal sealed class RawDay(RecordType type, DateOnly date)
{
    private const double SentTwice = 0.01;
    private const double Broken = 0.005;
    private const int SecondsInDay = 86_400;

    public IEnumerable<string> Lines()
    {
        var seed = HashCode(type.Name) ^ date.DayNumber;
        var random = new Random(seed);
        var normal = new Normal(seed);
        var second = 0.0;
        for (var id = 1; ; id++)
        {
            // The gaps of independent arrivals are exponential; in the afternoon they are shortest.
            var rate = type.PerDay / (double)SecondsInDay * (1 - 0.8 * Math.Cos(2 * Math.PI * (second / SecondsInDay - 0.1)));
            second -= Math.Log(1 - random.NextDouble()) / rate;
            if (second >= SecondsInDay)
                yield break;
            var line = Line(id, second, Kind(random), type.TypicalAmount * Math.Exp(0.8 * normal.Next()));
            var fate = random.NextDouble();
            if (fate < Broken)
                line = fate < Broken / 2 ? line[..(line.Length / 2)] : line[..(line.LastIndexOf(',') + 1)] + "n/a";
            yield return line;
            if (fate > 1 - SentTwice)
                yield return line;
        }
    }

    private string Line(int id, double second, string kind, double amount) =>
        string.Create(CultureInfo.InvariantCulture, $"{id},{date.ToDateTime(TimeOnly.MinValue).AddSeconds(second):yyyy-MM-ddTHH:mm:ss.fffZ},{kind},{amount:0.00}");

    /// <summary>Each kind is half as frequent as the one before it.</summary>
    private string Kind(Random random)
    {
        var index = 0;
        while (index < type.Kinds.Count - 1 && random.NextDouble() < 0.5)
            index++;
        return type.Kinds[index];
    }

    /// <summary>A hash that is the same in every process, unlike that of string.</summary>
    private static int HashCode(string text) => text.Aggregate(17, (hash, letter) => unchecked(hash * 31 + letter));
}
