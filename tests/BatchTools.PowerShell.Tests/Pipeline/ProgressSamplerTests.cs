using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Tests.Pipeline;

public sealed class ProgressSamplerTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly PumpMailbox _mailbox = new();
    private readonly RecordingHost _host = new();
    private readonly ProgressSampler _sampler;

    public ProgressSamplerTests() => _sampler = new ProgressSampler(_mailbox, _time);

    [Fact]
    public void Only_the_latest_update_of_an_activity_is_shown()
    {
        Report("Waiting", "1 of 3");
        Report("Waiting", "2 of 3");

        _sampler.Show(_host, last: false);

        Assert.Equal(["2 of 3"], _host.Progress.Select(update => update.Status));
    }

    [Fact]
    public void Updates_are_shown_ten_times_a_second_at_most()
    {
        for (var step = 0; step < 100; step++)
        {
            Report("Waiting", $"{step}");
            _sampler.Show(_host, last: false);
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.InRange(_host.Progress.Count, 9, 11);
    }

    [Fact]
    public void What_is_open_is_shown_again_after_a_while_for_consoles_that_skipped_it()
    {
        Report("Waiting", "1 of 3");
        _sampler.Show(_host, last: false);
        _sampler.Show(_host, last: false);
        Assert.Single(_host.Progress);

        _time.Advance(_sampler.UntilNext);
        _sampler.Show(_host, last: false);

        Assert.Equal(["1 of 3", "1 of 3"], _host.Progress.Select(update => update.Status));
    }

    [Fact]
    public void The_end_of_an_activity_is_shown_at_once()
    {
        Report("Waiting", "1 of 3");
        _sampler.Show(_host, last: false);
        Report("Waiting", "3 of 3", completed: true);

        _sampler.Show(_host, last: false);

        Assert.True(_host.Progress[^1].Completed);
    }

    [Fact]
    public void What_is_open_at_the_end_is_closed()
    {
        Report("Waiting", "1 of 3");
        Report("Submitting", "2 of 3");
        _sampler.Show(_host, last: false);

        _sampler.Show(_host, last: true);

        Assert.Equal(["Waiting", "Submitting"], _host.Progress.Where(update => update.Completed).Select(update => update.Activity));
    }

    [Fact]
    public void An_activity_that_was_never_shown_is_not_closed()
    {
        Report("Waiting", "3 of 3", completed: true);

        _sampler.Show(_host, last: true);

        Assert.Empty(_host.Progress);
    }

    private void Report(string activity, string status, bool completed = false) =>
        _mailbox.Progress(new ProgressUpdate(activity, status, null, Completed: completed));
}
