using BatchTools.LocalEngine.Faults;

namespace BatchTools.LocalEngine.Tests.Faults;

public sealed class FaultPlanTests
{
    [Fact]
    public void A_plan_is_read_from_text()
    {
        var plan = FaultPlan.Parse("spot=0.05, throttle=0.1,Lost-Reply=0.02,slow-start=1:30s,5xx=1e-3,lost-request=0.5", seed: 7);

        Assert.Equal(
            new FaultPlan
            {
                SpotRate = 0.05, ThrottleRate = 0.1, LostReplyRate = 0.02, SlowStartRate = 1, SlowStartWithin = TimeSpan.FromSeconds(30), ErrorRate = 0.001, LostRequestRate = 0.5, Seed = 7,
            },
            plan);
        Assert.Equal(TimeSpan.FromMinutes(2), FaultPlan.Parse("spot=1:00:02:00").SpotWithin);
    }

    [Theory]
    [InlineData("spots=0.1", "'spots'", "spot, slow-start, throttle, error (or 5xx), lost-reply")]
    [InlineData("spot", "'spot'", "rate from 0 to 1")]
    [InlineData("spot=", "'spot='", "rate from 0 to 1")]
    [InlineData("spot=1.5", "'spot=1.5'", "rate from 0 to 1")]
    [InlineData("throttle=-1", "'throttle=-1'", "rate from 0 to 1")]
    [InlineData("throttle=NaN", "'throttle=NaN'", "rate from 0 to 1")]
    [InlineData("throttle=0.1:5s", "'throttle=0.1:5s'", "rate from 0 to 1")]
    [InlineData("spot=1:soon", "'soon'", "30s")]
    [InlineData("error=0.1,5xx=0.2", "'error'", "twice")]
    [InlineData(" , ", "No fault", "spot, slow-start")]
    public void Text_that_is_no_plan_gets_one_clear_message(string text, string what, string advice)
    {
        var error = Assert.Throws<LocalEngineException>(() => FaultPlan.Parse(text));

        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("90", 90)]
    [InlineData("1.5m", 90)]
    [InlineData("2h", 7200)]
    [InlineData("1d", 86_400)]
    [InlineData("00:10:00", 600)]
    public void Times_are_read(string text, double seconds)
    {
        Assert.True(DurationText.TryParse(text, out var time));
        Assert.Equal(seconds, time.TotalSeconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1s")]
    [InlineData("-00:01:00")]
    [InlineData("1e30d")]
    [InlineData("NaN")]
    [InlineData("5 parsecs")]
    public void What_is_no_time_is_not_read(string text) => Assert.False(DurationText.TryParse(text, out _));
}
