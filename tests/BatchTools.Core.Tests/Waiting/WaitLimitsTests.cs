using System.Threading.Channels;
using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class WaitLimitsTests
{
    private readonly StandInConnection _service = new();
    private readonly StandInJobs _jobs;
    private readonly List<string> _stopped = [];

    public WaitLimitsTests()
    {
        _jobs = new StandInJobs(_service.Batch);
        _service.Batch.On<TerminateJobRequest, TerminateJobResponse>(request =>
        {
            _stopped.Add(request.JobId!);
            _jobs.Add(request.JobId!, "FAILED").StatusReason = request.Reason;
            return new TerminateJobResponse();
        });
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_comes_once_when_it_reaches_the_state_that_was_asked_for()
    {
        _jobs.Add("one", "RUNNABLE", "STARTING", "RUNNING", "SUCCEEDED");
        _jobs.Add("passed", "SUBMITTED", "FAILED");
        var parent = _jobs.Add("array", "PENDING");
        parent.ArrayProperties = new ArrayPropertiesDetail { Size = 2, StatusSummary = new() { ["RUNNABLE"] = 1, ["RUNNING"] = 1 } };

        var reached = await Wait(new WaitOptions { Until = JobStatus.RUNNING }, "one", "passed", "array");

        Assert.Equal(
            [("array", JobStatus.PENDING), ("one", JobStatus.RUNNING), ("passed", JobStatus.FAILED)],
            reached.Select(job => (job.JobId, job.Status)).Order());
    }

    [Fact]
    public async Task More_failures_than_may_end_the_wait_with_an_error_and_leave_the_rest_alone()
    {
        _jobs.Add("endless", "RUNNING");
        _jobs.Add("bad", "FAILED");
        _jobs.Add("worse", "FAILED");

        await Wait(new WaitOptions { MaxFailure = 1 }, "endless", "bad", "worse");

        var error = Assert.Single(_service.Reporter.Errors);
        Assert.Equal(nameof(Messages.TooManyFailures), error.ErrorId);
        Assert.Equal("2 of 3 job(s) failed; at most 1 were to. The unfinished jobs go on; stop them if they are of no use.", error.Message);
        Assert.Empty(_stopped);
    }

    [Fact]
    public async Task The_rest_is_stopped_if_that_is_asked_for_and_its_end_is_waited_for()
    {
        _jobs.Add("endless", "RUNNING");
        _jobs.Add("bad", "FAILED");

        var ended = await Wait(new WaitOptions { MaxFailure = FailureLimit.Parse("10%"), StopUnfinished = true }, "endless", "bad");

        Assert.Equal(["bad", "endless"], ended.Select(job => job.JobId));
        Assert.Equal(["endless"], _stopped);
        Assert.Equal(FailureClass.Stopped, ended[1].FailureClass);
        Assert.Single(_service.Reporter.Errors);
    }

    [Fact]
    public async Task The_children_of_an_array_count_one_by_one()
    {
        var parent = _jobs.Add("array", "PENDING");
        parent.ArrayProperties = new ArrayPropertiesDetail { Size = 100, StatusSummary = new() { ["RUNNING"] = 97, ["FAILED"] = 3 } };

        await Wait(new WaitOptions { MaxFailure = FailureLimit.Parse("2%") }, "array");

        Assert.StartsWith("3 of 100 job(s) failed; at most 2% were to.", Assert.Single(_service.Reporter.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_more_jobs_come_too_many_failures_are_an_error_that_ends_everything()
    {
        _jobs.Add("bad", "FAILED");
        var input = Channel.CreateUnbounded<JobReference>();
        input.Writer.TryWrite("bad");

        var error = await Assert.ThrowsAsync<BatchException>(async () => await new JobWaiter(_service.Connection, _service.Reporter)
            .WaitAsync(input.Reader.ReadAllAsync(Cancel), new WaitOptions { MaxFailure = 0 }, Cancel).ToListAsync(Cancel));

        Assert.Equal(nameof(Messages.TooManyFailures), error.ErrorId);
    }

    [Fact]
    public async Task Failures_are_summed_up_in_one_error_if_that_is_asked_for()
    {
        _jobs.Add("good", "SUCCEEDED");
        _jobs.Add("bad", "FAILED").Container = new ContainerDetail { ExitCode = 3 };
        _jobs.Add("lost", "FAILED").StatusReason = "Host EC2 (instance i-1) terminated.";

        Assert.Equal(3, (await Wait(new WaitOptions { ErrorOnFailure = true }, "good", "bad", "lost")).Count);

        var error = Assert.Single(_service.Reporter.Errors);
        Assert.Equal((nameof(Messages.JobsFailed), ErrorKind.JobFailed), (error.ErrorId, error.Kind));
        Assert.Equal("2 of 3 job(s) failed (1 Application, 1 Spot).", error.Message[..error.Message.IndexOf(" The first", StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task Without_failures_there_is_no_error()
    {
        _jobs.Add("good", "SUCCEEDED");

        Assert.Single(await Wait(new WaitOptions { ErrorOnFailure = true, MaxFailure = 0 }, "good"));

        Assert.Empty(_service.Reporter.Errors);
    }

    private async Task<List<Job>> Wait(WaitOptions options, params string[] ids) =>
        await new JobWaiter(_service.Connection, _service.Reporter).WaitAsync(Streams.Of(ids), options, Cancel).ToListAsync(Cancel);
}
