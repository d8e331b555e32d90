using BatchTools.PowerShell.Session;

namespace BatchTools.PowerShell.Tests.Session;

public sealed class BoundedWaitTests
{
    [Fact]
    public void Work_that_ends_in_time_has_ended() =>
        Assert.True(BoundedWait.For(() => Task.CompletedTask, TimeSpan.FromMinutes(1)));

    [Fact]
    public void Work_that_fails_has_ended_too() =>
        Assert.True(BoundedWait.For(() => Task.FromException(new InvalidOperationException()), TimeSpan.FromMinutes(1)));

    [Fact]
    public void Work_that_does_not_end_is_left_alone()
    {
        using var never = new SemaphoreSlim(0);

        Assert.False(BoundedWait.For(() => never.WaitAsync(), TimeSpan.FromMilliseconds(20)));
    }
}
