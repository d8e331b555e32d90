using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class ContainerLogsTests
{
    [Fact]
    public void Each_container_of_a_task_has_its_own_stream_and_group()
    {
        var logs = ContainerLogs.Of(new JobDetail
        {
            EcsProperties = new EcsPropertiesDetail
            {
                TaskProperties =
                [
                    new EcsTaskDetails
                    {
                        Containers =
                        [
                            new TaskContainerDetails { Name = "main", LogStreamName = "now/main", LogConfiguration = Awslogs("/own/group") },
                            new TaskContainerDetails { Name = "side", LogStreamName = "now/side" },
                        ],
                    },
                ],
            },
            Attempts =
            [
                new AttemptDetail
                {
                    StatusReason = "Essential container in task exited",
                    TaskProperties =
                    [
                        new AttemptEcsTaskDetails
                        {
                            Containers =
                            [
                                new AttemptTaskContainerDetails { Name = "main", LogStreamName = "first/main" },
                                new AttemptTaskContainerDetails { Name = "side", Reason = "CannotPullContainerError" },
                            ],
                        },
                    ],
                },
            ],
        });

        Assert.Equal(
            [
                (1, "main", "/own/group", "first/main", true, "Essential container in task exited"),
                (1, "side", "/aws/batch/job", null, true, "CannotPullContainerError"),
                (2, "main", "/own/group", "now/main", false, null),
                (2, "side", "/aws/batch/job", "now/side", false, null),
            ],
            logs.Select(log => (log.Attempt, log.Container, log.Target.Group, log.StreamName, log.IsOver, log.Reason)));
    }

    [Fact]
    public void The_attempt_that_runs_comes_after_those_that_ended_and_an_ended_one_not_twice()
    {
        var job = new JobDetail
        {
            Attempts = [new AttemptDetail { Container = new AttemptContainerDetail { LogStreamName = "first" } }],
            Container = new ContainerDetail { LogStreamName = "first" },
        };
        Assert.Equal([(1, "first")], ContainerLogs.Of(job).Select(log => (log.Attempt, log.StreamName)));

        job.Container.LogStreamName = "second";
        Assert.Equal([(1, "first"), (2, "second")], ContainerLogs.Of(job).Select(log => (log.Attempt, log.StreamName)));
    }

    [Fact]
    public void A_pod_logs_elsewhere()
    {
        Assert.Equal(new JobLogTarget("EKS", null), Assert.Single(ContainerLogs.Of(new JobDetail { EksProperties = new EksPropertiesDetail() })).Target);
    }

    private static LogConfiguration Awslogs(string group) => new() { LogDriver = "awslogs", Options = new() { ["awslogs-group"] = group } };
}
