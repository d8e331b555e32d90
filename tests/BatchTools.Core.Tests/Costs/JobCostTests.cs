namespace BatchTools.Tests;

public sealed class JobCostTests
{
    private static readonly DateTime Start = new(2026, 11, 21, 9, 0, 0, DateTimeKind.Local);

    private readonly StandInConnection _service = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(JobStatus.SUCCEEDED, 3.0, 2.0, 2.0 / 3)]
    [InlineData(JobStatus.FAILED, 3.0, 3.0, 1.0)]
    [InlineData(JobStatus.RUNNING, 7.0, 3.0, 3.0 / 7)]
    public async Task Attempts_that_ended_without_success_are_wasted(JobStatus status, double hours, double wastedHours, double share)
    {
        // Two attempts ended, of two hours and of one; one that runs has run for four.
        var cost = await CostAsync(new()
        {
            JobId = "1", JobQueue = "q", Status = status, Connection = _service.Connection, Vcpu = 1, Memory = 1024,
            Attempts = [Attempt(1, 0, 2), Attempt(2, 2, 3)], Duration = TimeSpan.FromHours(status == JobStatus.RUNNING ? 4 : 1),
        });

        Assert.Equal(TimeSpan.FromHours(hours), cost.RunTime);
        Assert.Equal(share, cost.WasteShare!.Value, 6);
        Assert.Equal(wastedHours * 0.1, (double)cost.Waste.Low!.Value, 6);
        Assert.True(cost.IsCharged);
    }

    [Fact]
    public async Task A_job_that_never_ran_costs_nothing_and_needs_no_price()
    {
        var cost = await new JobCosts(_service.Reporter).OfAsync(
            new() { JobId = "1", JobQueue = "q", Status = JobStatus.FAILED, Connection = _service.Connection }, Cancel);

        Assert.Equal((CostRange.Zero, 0, null), (cost.Cost, cost.AttemptCount, cost.WasteShare));
        Assert.Equal(0, _service.Batch.Count<Amazon.Batch.Model.DescribeJobQueuesRequest>());
    }

    [Fact]
    public void A_sum_tells_each_rate_and_each_gap_once()
    {
        var one = new JobCost { Cost = new(1, 2), Waste = CostRange.Zero, JobCount = 1, Rates = ["r"], Missing = ["m"] };

        var sum = JobCost.Sum("all", [one, one with { Cost = CostRange.Unknown }]);

        Assert.Equal(("all", 2, new CostRange(1, null)), (sum.Name, sum.JobCount, sum.Cost));
        Assert.Equal(["r", "m"], sum.Rates.Concat(sum.Missing));
    }

    private async Task<JobCost> CostAsync(Job job)
    {
        FargatePrices.Offer(_service);
        return await new JobCosts(_service.Reporter).OfAsync(job, Cancel);
    }

    private static JobAttempt Attempt(int number, int from, int to) => new() { Number = number, StartedAt = Start.AddHours(from), StoppedAt = Start.AddHours(to) };
}
