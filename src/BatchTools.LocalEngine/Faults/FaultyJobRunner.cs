using BatchTools.LocalEngine.Running;

namespace BatchTools.LocalEngine.Faults;

/// <summary>Has some attempts start slowly and some lose their host. An attempt is met alike in every run: what counts is the job's place and the attempt's number.</summary>
internal sealed class FaultyJobRunner(IJobRunner inner, FaultPlan plan, TimeProvider time) : IJobRunner
{
    public IRunningAttempt Start(IAttempt attempt)
    {
        var delay = Moment("slow-start", plan.SlowStartRate, plan.SlowStartWithin, attempt);
        var lossAfter = Moment("spot", plan.SpotRate, plan.SpotWithin, attempt);
        if (delay is null && lossAfter is null)
            return inner.Start(attempt);
        var faulty = new FaultyAttempt(attempt, inner, time, lossAfter);
        faulty.Begin(delay ?? TimeSpan.Zero);
        return faulty;
    }

    public void Dispose() => inner.Dispose();

    // A moment up to the limit; null where the attempt is not met.
    private TimeSpan? Moment(string fault, double rate, TimeSpan limit, IAttempt attempt) =>
        rate > 0 && SeededDraw.Unit(plan.Seed, $"{fault} {attempt.Key}") < rate
            ? limit * (1 - SeededDraw.Unit(plan.Seed, $"{fault} after {attempt.Key}"))
            : null;
}
