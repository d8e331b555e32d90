using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class JobMappingTests
{
    private static readonly BatchConnection Connection = new StandInConnection().Connection;

    [Fact]
    public void A_full_description_is_taken_over()
    {
        var job = JobMapping.ToJob(
            new JobDetail
            {
                JobId = "one:3",
                JobArn = "arn:aws:batch:us-east-1:1:job/one:3",
                JobName = "sim",
                JobQueue = "arn:aws:batch:us-east-1:1:job-queue/hpc",
                JobDefinition = "arn:aws:batch:us-east-1:1:job-definition/md:7",
                Status = "FAILED",
                StatusReason = "Essential container in task exited",
                CreatedAt = 1_700_000_000_000,
                StartedAt = 1_700_000_060_000,
                StoppedAt = 1_700_000_090_500,
                ArrayProperties = new ArrayPropertiesDetail { Index = 3 },
                Parameters = new() { ["t"] = "1" },
                Tags = new() { ["batchtools:workload"] = "w" },
                DependsOn = [new JobDependency { JobId = "zero" }, new JobDependency { Type = "SEQUENTIAL" }],
                Container = new ContainerDetail
                {
                    Command = ["run"],
                    Environment = [new() { Name = "A", Value = "1" }],
                    ExitCode = 3,
                    Reason = "OutOfMemoryError: Container killed due to memory usage",
                    LogStreamName = "md/default/2",
                    LogConfiguration = new LogConfiguration { LogDriver = "awslogs", Options = new() { ["awslogs-group"] = "/mine" } },
                    ResourceRequirements = [new() { Type = "VCPU", Value = "0.25" }, new() { Type = "MEMORY", Value = "512" }, new() { Type = "GPU", Value = "1" }],
                },
                Attempts =
                [
                    new AttemptDetail { StartedAt = 0, StatusReason = "Host EC2 (instance i-1) terminated.", Container = new AttemptContainerDetail { LogStreamName = "md/default/1" } },
                    new AttemptDetail { StartedAt = 1_700_000_060_000, StoppedAt = 1_700_000_090_500, Container = new AttemptContainerDetail { ExitCode = 3, LogStreamName = "md/default/2" } },
                ],
            },
            Connection);

        Assert.Equal(("one:3", "hpc", "md:7", JobStatus.FAILED, 3, 3), (job.JobId, job.JobQueue, job.JobDefinition, job.Status, job.ArrayIndex, job.ExitCode));
        Assert.Equal((TimeSpan.FromSeconds(30.5), TimeSpan.FromMinutes(1)), (job.Duration, job.QueueTime));
        Assert.Equal((0.25m, 512, 1, "w", "/mine", "md/default/2"), (job.Vcpu, job.Memory, job.Gpu, job.Workload, job.LogGroup, job.LogStreamName));
        Assert.Equal((1, (DateTime?)null, (TimeSpan?)null), (job.Attempts[0].Number, job.Attempts[0].StartedAt, job.Attempts[0].Duration));
        Assert.Equal((2, TimeSpan.FromSeconds(30.5)), (job.Attempts[1].Number, job.Attempts[1].Duration));
        Assert.Equal(["zero"], job.DependsOn);
        Assert.Equal((true, "one:3", null), (job.IsFinished, job.ToString(), job.ArraySize));
        Assert.Equal("FAILED", job.Raw["status"]);
        Assert.Same(job.Raw, job.Raw);
    }

    [Fact]
    public void What_a_service_of_tomorrow_says_does_not_break_anything()
    {
        var job = JobMapping.ToJob(new JobDetail { JobId = "one", Status = "HIBERNATING", ArrayProperties = new() { StatusSummary = new() { ["HIBERNATING"] = 2 } } }, Connection);
        Assert.Equal((JobStatus.UNKNOWN, 2, false), (job.Status, job.StatusSummary[JobStatus.UNKNOWN], job.IsFinished));
        Assert.Equal("HIBERNATING", job.Raw["status"]);
    }

    [Fact]
    public void A_multi_node_job_tells_its_end_by_its_last_attempt()
    {
        var job = JobMapping.ToJob(
            new JobDetail { JobId = "one", Status = "FAILED", Attempts = [new() { Container = new() { ExitCode = 9, Reason = "gone", LogStreamName = "s" } }] }, Connection);
        Assert.Equal((9, "gone", "s"), (job.ExitCode, job.Reason, job.LogStreamName));
    }

    [Fact]
    public void Another_log_driver_has_no_group()
    {
        var job = JobMapping.ToJob(
            new JobDetail { JobId = "one", Status = "FAILED", Container = new() { LogConfiguration = new() { LogDriver = "splunk" } } }, Connection);
        Assert.Equal((null, "splunk"), (job.LogGroup, Assert.Single(job.ContainerLogs).Target.Driver));
    }
}
