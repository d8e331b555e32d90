using System.Globalization;
using System.Text;
using BatchTools.LocalEngine.Logs;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Logs;

/// <summary>Long logs, as they are written by an attempt and read again.</summary>
public sealed class LogStoreTests : IDisposable
{
    private const string Group = "/aws/batch/job";
    private const string Stream = "talker/default/1";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_million_lines_are_kept_in_their_order()
    {
        const int Count = 1_000_000;
        using var store = Open(limit: 1024);
        var log = store.OpenAttempt(Group, Stream);
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, Count).Select(static line => Line(line) + '\n')));
        foreach (var piece in text.Chunk(8192)) // as a pipe gives them: not by lines
            log.Write(piece);
        log.Complete();
        await store.WhenDurableAsync();

        Assert.Empty(store.Read(reader => Events(store, reader).Select(Text).Zip(Enumerable.Range(0, Count)).Where(static pair => pair.First != Line(pair.Second)).Take(1).ToList()));
        Assert.Equal(Count, store.Read(reader => reader.NextEvent(Id(store, reader))));
        Assert.Equal(Line(Count - 1), store.Read(reader => Text(reader.Backward(Id(store, reader), LogPosition.MaxEvent, LogTimeRange.All).First())));
    }

    [Fact]
    public async Task A_line_of_a_mebibyte_becomes_four_events()
    {
        using var store = Open(limit: 1024);
        var line = string.Create(1024 * 1024, 0, static (span, _) =>
        {
            for (var index = 0; index < span.Length; index++)
                span[index] = (char)('a' + (index / 1000 % 26));
        });

        var events = await WriteAsync(store, line + "\nnext\n");

        Assert.Equal([262_144, 262_144, 262_144, 262_144, 4], events.Select(static text => text.Length));
        Assert.Equal(line, string.Concat(events[..4]));
    }

    [Fact]
    public async Task The_last_line_says_what_was_left_out()
    {
        using var store = Open(limit: 1);
        var line = new string('x', 1000);

        var events = await WriteAsync(store, string.Concat(Enumerable.Repeat(line + "\n", 1100)) + "short\n");

        Assert.Equal((1024 * 1024 / 1026) + 1, events.Count);
        Assert.All(events[..^1], text => Assert.Equal(line, text));
        Assert.Equal("[BatchTools] 79 more lines (78,005 bytes) were not kept: the log of an attempt is limited to 1 MiB.", events[^1]);
    }

    [Fact]
    public async Task A_log_that_fills_its_room_has_no_such_line()
    {
        using var store = Open(limit: 1);

        var events = await WriteAsync(store, string.Concat(Enumerable.Repeat(new string('x', 1022) + "\n", 1000)) + new string('x', 550) + "\n");

        Assert.Equal(1001, events.Count);
        Assert.Equal(new string('x', 550), events[^1]);
    }

    private static string Line(int number) => string.Create(CultureInfo.InvariantCulture, $"{(number % 2 == 0 ? "out" : "err")} {number}");

    private static async Task<List<string>> WriteAsync(LogStore store, string text)
    {
        var log = store.OpenAttempt(Group, Stream);
        log.Write(Encoding.UTF8.GetBytes(text));
        log.Complete();
        await store.WhenDurableAsync();
        return store.Read(reader => Events(store, reader).Select(Text).ToList());
    }

    private static long Id(LogStore store, LogReader reader) => reader.FindStream(store.FindGroup(Group)!, Stream)!.Id;

    private static IEnumerable<LogEvent> Events(LogStore store, LogReader reader) => reader.Forward(Id(store, reader), 0, LogTimeRange.All);

    private static string Text(LogEvent entry) => Encoding.UTF8.GetString(entry.Message.Span);

    private LogStore Open(int limit) => LogStore.Open(_folder.File("logs.db"), TimeProvider.System, limit);
}
