namespace BatchTools.Tests;

public sealed class CallRateTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_a_second_are_let_through_whoever_asks()
    {
        var clock = new ManualTimeProvider { Hurry = true };
        var rate = CallRate.ForSubmissions(clock);
        var start = clock.GetUtcNow();

        for (var count = 0; count < 500; count++)
            await rate.WaitAsync(Cancel);

        Assert.Equal(10, (clock.GetUtcNow() - start).TotalSeconds, 0.1);
    }

    [Fact]
    public void Throttling_halves_the_rate_and_success_brings_it_back_slowly()
    {
        var rate = CallRate.ForSubmissions(new ManualTimeProvider());
        rate.Throttled();
        rate.Throttled();
        Assert.Equal(12.5, rate.Current);

        for (var count = 0; count < 100; count++)
            rate.Accepted();
        Assert.Equal(15, rate.Current);

        for (var count = 0; count < 2_000; count++)
            rate.Accepted();
        Assert.Equal(50, rate.Current);

        for (var count = 0; count < 100; count++)
            rate.Throttled();
        Assert.Equal(0.5, rate.Current);
    }

    [Fact]
    public async Task Without_a_rate_nobody_waits()
    {
        var clock = new ManualTimeProvider();
        var rate = CallRate.Unlimited(clock);
        rate.Throttled();
        for (var count = 0; count < 1_000; count++)
            await rate.WaitAsync(Cancel);
        Assert.True(double.IsPositiveInfinity(rate.Current));
    }
}
