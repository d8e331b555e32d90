using BatchTools.Journals;

namespace BatchTools.Tests;

/// <summary>What a journal knows after its process, or its machine, stopped in the middle of a write.</summary>
public sealed class WorkloadJournalTests : IDisposable
{
    private static readonly JournalHeader Header = new("w", IsNamed: true, "local", StartedAt: 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("batchtools-journal-").FullName;

    [Fact]
    public async Task A_line_that_was_torn_off_at_any_byte_counts_as_not_written_and_the_next_ones_follow_it()
    {
        var whole = await KilledAsync("answered", "sent", "last");
        var start = whole.AsSpan(0, whole.Length - 1).LastIndexOf((byte)'\n') + 1;
        for (var end = start; end < whole.Length; end++)
        {
            var path = Path.Combine(_folder, $"torn-{end}.jsonl");
            await File.WriteAllBytesAsync(path, whole[..end], TestContext.Current.CancellationToken);
            var journal = await WorkloadJournal.OpenAsync(path, Header, remembers: true);

            Assert.Equal(["sent"], journal.Left().Select(entry => entry.Key));
            Assert.Equal(JournalClaim.Known, (await journal.ClaimAsync(Entry("answered"))).Claim);
            Assert.Equal(JournalClaim.TakenUp, (await journal.ClaimAsync(Entry("sent"))).Claim);
            var (claim, entry) = await journal.ClaimAsync(Entry("last"));
            Assert.Equal(JournalClaim.New, claim);
            await journal.AnswerAsync(entry, "id-of-last");
            await journal.CloseAsync(isKept: true);

            var read = JournalFolder.Read(path)!;
            Assert.Equal(["id-of-answered", "id-of-last"], read.Answered.Select(one => one.JobId));
            Assert.Equal("sent", Assert.Single(read.Open).Key);
        }
    }

    [Fact]
    public async Task A_header_that_was_torn_off_is_written_anew()
    {
        var whole = await KilledAsync();
        var path = Path.Combine(_folder, "torn.jsonl");
        await File.WriteAllBytesAsync(path, whole[..20], TestContext.Current.CancellationToken);

        await (await WorkloadJournal.OpenAsync(path, Header, remembers: true)).CloseAsync(isKept: true);

        Assert.Equal(Header, JournalFolder.Read(path)!.Header);
    }

    [Fact]
    public async Task Of_two_that_have_it_open_each_waits_for_what_the_other_is_about_to_send_until_that_one_gives_up()
    {
        var path = Path.Combine(_folder, "shared.jsonl");
        var one = await WorkloadJournal.OpenAsync(path, Header, remembers: true);
        var other = await WorkloadJournal.OpenAsync(path, Header, remembers: true);

        var (_, entry) = await one.ClaimAsync(Entry("a"));
        await one.ClaimAsync(Entry("b"));
        var busy = await other.ClaimAsync(Entry("a"));
        await one.AnswerAsync(entry, "id-of-a");
        var known = await other.ClaimAsync(Entry("a"));
        await one.CloseAsync(isKept: true);
        var takenUp = await other.ClaimAsync(Entry("b"));
        await other.CloseAsync(isKept: true);

        Assert.Equal((JournalClaim.Busy, JournalClaim.Known, JournalClaim.TakenUp), (busy.Claim, known.Claim, takenUp.Claim));
        Assert.Equal("id-of-a", known.Entry.JobId);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The bytes of a journal whose process was killed when it had written that all are to be sent, and the first one's answer.
    private async Task<byte[]> KilledAsync(params string[] keys)
    {
        var path = Path.Combine(_folder, "whole.jsonl");
        var journal = await WorkloadJournal.OpenAsync(path, Header, remembers: true);
        foreach (var key in keys)
        {
            var (_, entry) = await journal.ClaimAsync(Entry(key));
            if (key == keys[0])
                await journal.AnswerAsync(entry, $"id-of-{key}");
        }

        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        await journal.CloseAsync(isKept: true);
        return bytes;
    }

    private static JournalEntry Entry(string key) => new() { Key = key, Point = key, At = 1, Request = "{\"jobName\":\"one\"}"u8.ToArray() };
}
