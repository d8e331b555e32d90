extern alias etl;

using System.IO.Compression;
using etl::DataProcessing;

namespace BatchTools.Examples.Tests;

public sealed class DataProcessingTests
{
    private static readonly DateOnly Day = new(2024, 1, 1);

    [Fact]
    public void Broken_and_repeated_lines_are_left_out_and_counted()
    {
        var cleaning = new Cleaning();

        var kept = cleaning.Clean(["1,2024-01-01T00:00:01Z,cpu,1.5", "1,2024-01-01T00:00:01Z,cpu,1.5", "2,2024-01-0", "3,2024-01-01T00:00:03Z,cpu,n/a"]).ToList();

        Assert.Equal([new DayRecord(1, new DateTime(2024, 1, 1, 0, 0, 1, DateTimeKind.Utc), "cpu", 1.5)], kept);
        Assert.Equal((4, 2, 1), (cleaning.Read, cleaning.Broken, cleaning.Repeated));
    }

    [Fact]
    public void A_day_is_the_same_whenever_it_is_read_and_stays_within_its_day()
    {
        var day = new RawDay(RecordType.Named("metrics"), Day);

        Assert.Equal(day.Lines().Take(500), day.Lines().Take(500));
        Assert.All(new Cleaning().Clean(day.Lines()), record => Assert.Equal(Day, DateOnly.FromDateTime(record.Time)));
    }

    [Fact]
    public void Groups_hold_count_sum_least_and_most_of_their_hour_and_kind()
    {
        var aggregation = new Aggregation();
        var hour = new DateTime(2024, 1, 1, 7, 0, 0, DateTimeKind.Utc);

        _ = aggregation.Watch([new(1, hour, "a", 2), new(2, hour.AddMinutes(59), "a", 4), new(3, hour, "b", 1), new(4, hour.AddHours(1), "a", 9)]).Count();

        Assert.Equal([(7, "a"), (7, "b"), (8, "a")], aggregation.Groups.Select(group => group.Key));
        var first = aggregation.Groups.First().Value;
        Assert.Equal((2, 6, 2, 4), (first.Count, first.Sum, first.Least, first.Most));
    }

    [Theory]
    [InlineData("csv", "gzip", "1,2024-01-01T00:00:00.0000000Z,cpu,1.5\n")]
    [InlineData("jsonl", "brotli", """{"id":1,"time":"2024-01-01T00:00:00.0000000Z","kind":"cpu","amount":1.5}""" + "\n")]
    public void What_was_written_can_be_read_again(string format, string compression, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("batchtools-etl-");
        try
        {
            var (path, bytes) = new RecordWriter(format, compression).Write(folder.FullName, "day", [new(1, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), "cpu", 1.5)]);

            using var file = File.OpenRead(path);
            Assert.Equal(file.Length, bytes);
            using Stream plain = compression == "gzip" ? new GZipStream(file, CompressionMode.Decompress) : new BrotliStream(file, CompressionMode.Decompress);
            using var reader = new StreamReader(plain);
            Assert.Equal(expected, reader.ReadToEnd());
            Assert.Equal(path, Assert.Single(Directory.GetFiles(folder.FullName)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
