using System.Text;
using BatchTools.LocalEngine.Logs;
using BatchTools.LocalEngine.Logs.Queries;

namespace BatchTools.LocalEngine.Tests.Logs.Queries;

public sealed class LogQueryTests
{
    private const long Begin = 1_767_225_600_000; // 2026-01-01 00:00 UTC

    private static readonly string[] Lines =
    [
        "INFO started",
        "ERROR disk full on node 7",
        "WARN slow: 250 ms",
        """{"level":"ERROR","ms":12,"user":{"name":"ann"},"tags":["a","b"]}""",
        """{"level":"INFO","ms":3,"user":{"name":"bob"}}""",
        "ERROR timed out",
    ];

    [Theory]
    [InlineData("filter @message like /ERROR/", 3)]
    [InlineData("filter @message like 'ERROR'", 3)]
    [InlineData("filter @message like /(?i)error (disk|timed)/", 2)]
    [InlineData("filter @message =~ /^ERROR/", 2)]
    [InlineData("filter @message not like /ERROR/", 3)]
    [InlineData("filter not @message like /ERROR/", 3)]
    [InlineData("filter level = 'ERROR'", 1)]
    [InlineData("filter level in ['ERROR', \"INFO\"]", 2)]
    [InlineData("filter level not in ['ERROR']", 5)]
    [InlineData("filter ms > 3", 1)]
    [InlineData("filter ms >= 3 and ms*2 < 7 or @message like 'slow'", 2)]
    [InlineData("filter user.name = 'bob' or tags.1 = 'b'", 2)]
    [InlineData("filter ispresent(ms) and (ms = 12 or ms = 3)", 2)]
    [InlineData("filter strlen(@message) < 13", 1)]
    [InlineData("filter @logStream = 's' | filter @message like /\\d+ ms/", 1)]
    [InlineData("fields @message # a comment | limit 1\n| filter `level` != 'INFO' and ispresent(level)", 1)]
    public void Filters_keep_the_events_that_they_describe(string query, int count) => Assert.Equal(count, Run(query).Count);

    [Fact]
    public void Without_fields_time_and_message_come_newest_first()
    {
        var rows = Run("limit 2");

        Assert.Equal(["ERROR timed out", Lines[4]], rows.Select(row => row["@message"]));
        Assert.Equal("2026-01-01 00:00:05.000", rows[0]["@timestamp"]);
        Assert.Equal(["@timestamp", "@message", "@ptr"], rows[0].Keys);
    }

    [Fact]
    public void Fields_may_be_worked_out_and_named_and_what_an_event_has_not_is_left_out()
    {
        var rows = Run("fields level, ms * 2 + 1 as twice, concat(user.name, '!') | sort @timestamp asc | limit 10");

        Assert.Equal("concat(user.name, '!'),@ptr", string.Join(',', rows[0].Keys));
        Assert.Equal(("ERROR", "25", "ann!"), (rows[3]["level"], rows[3]["twice"], rows[3]["concat(user.name, '!')"]));
    }

    [Fact]
    public void Sorting_goes_by_numbers_then_by_the_next_key()
    {
        Assert.Equal(["12", "3"], Run("filter ispresent(ms) | sort ms desc | display ms").Select(row => row["ms"]));
        Assert.Equal(["3", "12"], Run("filter ispresent(ms) | sort tags.9, ms").Select(row => Run("fields ms | sort ms | filter ispresent(ms)").First(other => other["@ptr"] == row["@ptr"])["ms"]));
    }

    [Fact]
    public void Statistics_are_worked_out_for_each_group()
    {
        var row = Assert.Single(Run("stats count(*) as lines, sum(ms), avg(ms), min(ms), max(ms), pct(ms, 50), count_distinct(level), latest(level)"));
        Assert.Equal("6 15 7.5 3 12 3 2 INFO", string.Join(' ', row.Values));

        var groups = Run("parse @message /^(?<word>[A-Z]+)/ | stats count(*) by word, bin(3s) | sort word, bin(3s)");
        Assert.Equal(["word", "bin(3s)", "count(*)"], groups[^1].Keys);
        Assert.Equal(["2", "ERROR 1", "ERROR 1", "INFO 1", "WARN 1"], groups.Select(group => (group.GetValueOrDefault("word") + " " + group["count(*)"]).Trim()).Order(StringComparer.Ordinal));
        Assert.Equal("2026-01-01 00:00:00.000", groups[^1]["bin(3s)"]);

        Assert.Equal("0", Assert.Single(Run("filter @message = 'none' | stats count(*)"))["count(*)"]);
    }

    [Fact]
    public void Parse_takes_fields_out_by_wildcards_or_by_groups()
    {
        var row = Assert.Single(Run("parse 'WARN *: * ms' as what, ms | filter ispresent(what)"));
        Assert.Equal(("slow", "250"), (row["what"], row["ms"]));

        row = Assert.Single(Run("fields @message | parse @message /on node (?<node>\\d+)/ | filter node = 7 | display node"));
        Assert.Equal("7", row["node"]);
    }

    [Fact]
    public void Dedup_keeps_the_first_of_each_value() =>
        Assert.Equal(2, Run("filter ispresent(level) | sort @timestamp | dedup level").Count);

    [Theory]
    [InlineData("", 0, 0, "end of the query")]
    [InlineData("select *", 0, 6, "one of the commands")]
    [InlineData("filter @message like", 20, 20, "a text in quotes or a regular expression")]
    [InlineData("fields @message |", 17, 17, "one of the commands")]
    [InlineData("filter @message like /(/", 21, 24, "cannot be used")]
    [InlineData("filter @message like /(?=x)/", 21, 28, "cannot be used")]
    [InlineData("filter a = 'open", 11, 16, "quote is not closed")]
    [InlineData("limit 0", 6, 7, "a limit is a number")]
    [InlineData("stats nonsense(a)", 6, 14, "no statistical function 'nonsense' of 1")]
    [InlineData("filter nonsense(a)", 7, 15, "no function 'nonsense' of 1")]
    [InlineData("parse 'a * b *' as x", 6, 20, "2 wildcards and 1 fields")]
    [InlineData("stats count(*) by bin(5x)", 18, 20, "no period")]
    [InlineData("fields a b", 9, 10, "'|' or the end")]
    public void What_is_no_query_is_told_with_its_place(string query, int start, int end, string message)
    {
        var error = Assert.Throws<QuerySyntaxException>(() => LogQuery.Parse(query));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal((start, end), (error.Start, error.End));
    }

    [Fact]
    public void A_query_nested_too_deeply_is_refused() =>
        Assert.Throws<QuerySyntaxException>(() => LogQuery.Parse("filter " + new string('(', 4_000)));

    [Fact]
    public void Matches_are_counted_before_a_limit_cuts_them()
    {
        var matched = 0;
        Assert.Single(LogQuery.Parse("filter @message like 'ERROR' | limit 1").Run(Events(), () => matched++));
        Assert.Equal(3, matched);
    }

    private static List<Dictionary<string, string>> Run(string query) =>
        [.. LogQuery.Parse(query).Run(Events(), static () => { }).Select(static row => row.ToDictionary(field => field.Field, field => field.Value))];

    private static IEnumerable<QueryRow> Events() => Lines.Select(static (line, index) =>
        new QueryRow(new QueryEvent(new LogEvent(index, Begin + (index * 1000), Begin, Encoding.UTF8.GetBytes(line)), "0:/g", "s")));
}
