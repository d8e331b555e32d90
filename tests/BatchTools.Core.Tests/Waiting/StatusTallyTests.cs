namespace BatchTools.Tests;

public sealed class StatusTallyTests
{
    private readonly StandInConnection _service = new();

    [Fact]
    public void Children_of_arrays_count_one_by_one()
    {
        var tally = new StatusTally();
        tally.Replace(null, Array(JobStatus.PENDING, (JobStatus.RUNNING, 3), (JobStatus.SUCCEEDED, 2)));
        tally.Replace(null, new Job { JobId = "single", Status = JobStatus.FAILED, Connection = _service.Connection });

        Assert.Equal((6, 3), (tally.Total, tally.Finished));
        Assert.Equal("1 FAILED, 2 SUCCEEDED, 3 RUNNING", tally.ToString());
    }

    [Fact]
    public void A_summary_that_does_not_cover_the_array_counts_it_as_its_parent()
    {
        var tally = new StatusTally();
        var before = Array(JobStatus.SUBMITTED);
        tally.Replace(null, before);
        Assert.Equal("5 SUBMITTED", tally.ToString());

        tally.Replace(before, Array(JobStatus.SUCCEEDED, (JobStatus.SUCCEEDED, 5)));
        Assert.Equal("5 SUCCEEDED", tally.ToString());
    }

    private Job Array(JobStatus status, params (JobStatus Status, int Count)[] summary) => new()
    {
        JobId = "array",
        Status = status,
        ArraySize = 5,
        StatusSummary = summary.ToDictionary(one => one.Status, one => one.Count),
        Connection = _service.Connection,
    };
}
