using System.Reflection;
using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Running;

/// <summary>
/// The files of the documents that describe the system, by the command: as they stand, but for programs of images, which are replaced by
/// ones that this machine has.
/// </summary>
public sealed class SeedFileTests : CommandsOnOneFolder
{
    private static readonly string Cases = Path.Combine(
        typeof(SeedFileTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!,
        "tests", "BatchTools.Core.Tests", "WorkloadFiles", "Cases");

    // What the jobs ask for, whatever this machine has.
    private static readonly string[] Machine = ["--processors", "32", "--memory", "131072", "--gpus", "2"];

    [Theory]
    [InlineData("compute-environment.ec2.json", "compute environment batch-compute-env")]
    [InlineData("compute-environment.fargate.json", "compute environment batch-fargate-env")]
    [InlineData("job-definition.data-processing.json", "job definition data-processing-job")]
    [InlineData("job-definition.ml-training.json", "job definition my-ml-training-job")]
    [InlineData("job-definition.mpi-training.multinode.json", "job definition mpi-training-job")]
    [InlineData("job-definition.s3-data-processor.without-type.json", "job definition s3-data-processor")]
    public async Task What_a_file_describes_is_created_once(string file, string what)
    {
        var created = await OnAsync("register", Case(file));
        var again = await OnAsync("register", Case(file));

        Assert.Equal((ExitCode.Success, $"Created the {what}"), (created.ExitCode, Assert.Single(Lines(created))));
        Assert.Equal((ExitCode.Success, $"Left the {what}, which is as the file says"), (again.ExitCode, Assert.Single(Lines(again))));
    }

    [Fact]
    public async Task A_definition_without_a_type_is_one_of_containers_with_a_warning() =>
        Assert.Contains("no 'type'", (await OnAsync("register", Case("job-definition.s3-data-processor.without-type.json"))).Error);

    [Fact]
    public async Task A_queue_keeps_its_tags_and_gets_another_priority()
    {
        await OnAsync("register", Case("compute-environment.ec2.json"));
        var refused = await OnAsync("register", Case("job-queue.high-priority.json"));
        // AWS Batch mixes no Fargate and EC2 environments in one queue.
        var queue = Text("job-queue.high-priority.json").Replace("batch-fargate-env", "local", StringComparison.Ordinal);
        var created = await OnAsync("register", Folder.Write("queue.json", queue));
        var changed = await OnAsync("register", Folder.Write("queue.json", queue.Replace("\"priority\": 100", "\"priority\": 200", StringComparison.Ordinal)));

        Assert.Equal(ExitCode.BadInput, refused.ExitCode);
        Assert.Equal("Created the job queue high-priority-queue", Assert.Single(Lines(created)));
        Assert.Equal("Changed the job queue high-priority-queue: priority: 100 → 200", Assert.Single(Lines(changed)));
    }

    [Fact]
    public async Task A_whole_infrastructure_is_created_in_the_order_that_AWS_wants()
    {
        var run = await OnAsync("register", Case("infrastructure.batch-processor.json"));

        Assert.Equal((ExitCode.Success, 9), (run.ExitCode, Lines(run).Length));
        Assert.All(Lines(run), line => Assert.StartsWith("Created the ", line));
    }

    [Fact]
    public async Task A_training_job_is_submitted_with_its_environment_and_monitored_to_its_end()
    {
        await PrepareAsync("ml-training-queue");
        var definition = Text("job-definition.ml-training.json")
            .Replace("\"python\",", "\"sh\", \"-c\",", StringComparison.Ordinal)
            .Replace("\"train.py\"", "\"echo $MODEL_TYPE for $EPOCHS epochs of $DATASET_S3_PATH\"", StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, (await OnAsync("register", Folder.Write("definition.json", definition))).ExitCode);

        var run = await OnAsync(["submit", Case("job-submission.ml-training.json"), "--monitor", "--workload", "w", .. Machine]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Matches(@"train-model-experiment-42\s+SUCCEEDED", run.Output);
        Assert.Equal(["resnet50 for 10 epochs of s3://my-datasets/experiment-42"], Lines(await OnAsync("logs", "--workload", "w", "--quiet")));
    }

    private const string Says = "echo $OMPI_MCA_btl_vader_single_copy_mechanism on $AWS_BATCH_JOB_NODE_INDEX of $AWS_BATCH_JOB_NUM_NODES";

    [Fact]
    public async Task A_multinode_job_runs_on_four_nodes()
    {
        await PrepareAsync("mpi");
        Assert.Equal(ExitCode.Success, (await OnAsync("register", Case("job-definition.mpi-training.multinode.json"))).ExitCode);
        // The job ends with its main node, which therefore waits until the others have spoken.
        var job = Folder.Write("job.json", $$"""
            { "jobName": "mpi", "jobQueue": "mpi", "jobDefinition": "mpi-training-job",
              "nodeOverrides": { "nodePropertyOverrides": [
                { "targetNodes": "0:0", "containerOverrides": { "command": ["sh", "-c", "{{Says}}; until [ -e {{Folder["1"]}} ] && [ -e {{Folder["2"]}} ] && [ -e {{Folder["3"]}} ]; do sleep 0.05; done"] } },
                { "targetNodes": "1:3", "containerOverrides": { "command": ["sh", "-c", "{{Says}}; touch {{Folder["$AWS_BATCH_JOB_NODE_INDEX"]}}"] } }] } }
            """);

        var run = await OnAsync(["submit", job, "--monitor", "--workload", "w", .. Machine]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(Enumerable.Range(0, 4).Select(node => $"none on {node} of 4"), Lines(await OnAsync("logs", "--workload", "w", "--quiet")).Order());
    }

    [Fact]
    public async Task The_workflow_runs_in_its_order_and_its_ids_file_lists_the_three_jobs_in_order()
    {
        await PrepareAsync("cpu-job-queue", "gpu-job-queue");
        foreach (var name in new[] { "data-preprocessing", "model-training", "model-evaluation" })
        {
            var definition = Folder.Write("definition.json", $$"""
                { "jobDefinitionName": "{{name}}", "type": "container", "containerProperties": { "image": "any", "vcpus": 1, "memory": 64, "command": ["sh", "-c", "env | grep _S3_PATH | sort"] } }
                """);
            Assert.Equal(ExitCode.Success, (await OnAsync("register", definition)).ExitCode);
        }

        var run = await OnAsync(["submit", Case("workflow.ml.json"), "--monitor", "--output", Folder["ids.txt"], "--json", .. Machine]);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        var jobs = Objects(run).Where(one => one.GetProperty("type").GetString() == "job").ToArray();
        Assert.Equal(["preprocess-dataset-42", "train-model-42", "evaluate-model-42"], jobs.Select(job => job.GetProperty("jobName").GetString()));
        Assert.Equal(jobs.Select(job => job.GetProperty("jobId").GetString()), Folder.Lines("ids.txt"));
        Assert.True(jobs[1].GetProperty("startedAt").GetDateTimeOffset() >= jobs[0].GetProperty("stoppedAt").GetDateTimeOffset());
        Assert.True(jobs[2].GetProperty("startedAt").GetDateTimeOffset() >= jobs[1].GetProperty("stoppedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_hash_comment_is_refused_with_line_and_column_and_nothing_is_submitted()
    {
        var run = await OnAsync("submit", Case("job-submission.finance.with-hash-comment.json.txt"));

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("(3,38): '#'", Assert.Single(run.ErrorLines));
        Assert.Empty((await OnAsync("jobs")).Output);
    }

    // The first to open a folder says what its environment has.
    private async Task PrepareAsync(params string[] queues)
    {
        var file = Folder.Write("queues.json", $$"""
            { "jobQueues": [{{string.Join(',', queues.Select(name => $$"""{ "jobQueueName": "{{name}}", "priority": 1, "computeEnvironmentOrder": [{ "order": 1, "computeEnvironment": "local" }] }"""))}}] }
            """);
        Assert.Equal(ExitCode.Success, (await OnAsync(["run", file, .. Machine])).ExitCode);
    }

    private static string Text(string name) => File.ReadAllText(Case(name));

    private static string Case(string name) => Path.Combine(Cases, name);
}
