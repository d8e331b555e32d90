using BatchTools.WorkloadFiles;

namespace BatchTools.Tests;

public sealed class WorkloadFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("job-definition.data-processing.json", 1, 0, 0, 0)]
    [InlineData("job-queue.high-priority.json", 0, 1, 0, 0)]
    [InlineData("compute-environment.fargate.json", 0, 0, 1, 0)]
    [InlineData("job-submission.ml-training.json", 0, 0, 0, 1)]
    public void The_input_of_a_command_of_AWS_CLI_is_a_file_of_one_item(string name, int definitions, int queues, int environments, int jobs)
    {
        var file = WorkloadFile.Load(CaseFiles.PathOf(name));

        Assert.Equal((definitions, queues, environments, jobs), (file.JobDefinitions.Count, file.JobQueues.Count, file.ComputeEnvironments.Count, file.Steps.Count));
    }

    [Fact]
    public void A_file_has_its_parts_in_order_and_the_name_of_the_file_where_it_gives_none()
    {
        var file = Load("""
            {
              "$schema": "https://example.org/schema.json",
              "computeEnvironments": [{ "computeEnvironmentName": "ce", "type": "MANAGED", "computeResources": { "type": "EC2", "maxvCpus": 4, "subnets": [] } }],
              "jobQueues": [{ "jobQueueName": "q", "priority": 1, "computeEnvironmentOrder": [{ "order": 1, "computeEnvironment": "ce" }] }],
              "jobDefinitions": [{ "jobDefinitionName": "d", "type": "container", "containerProperties": { "image": "i", "command": ["x", "Ref::t"] } }],
              "jobs": [{ "jobName": "first", "jobQueue": "q", "jobDefinition": "d", "parameters": { "t": "1" } }],
              "sweeps": [{ "name": "s", "axes": { "t": [1, 2.5, "x", true] }, "jobQueue": "q", "jobDefinition": "d", "maxConcurrent": 2 }],
            }
            """);

        Assert.Equal("workload", file.Name);
        Assert.Equal(5, file.JobCount);
        Assert.Equal(("ce", "q", "d"), (file.ComputeEnvironments[0].Name, file.JobQueues[0].Name, file.JobDefinitions[0].Name));
        Assert.Equal(["first", "s"], file.Steps.Select(step => step.Name));
        Assert.Equal(2, file.Steps[1].MaxConcurrent);
        Assert.Equal(["s-0", "s-1", "s-2", "s-3"], file.Steps[1].Requests(StepDependencies.None, true).Select(request => request.JobName));
        Assert.Equal(["1", "2.5", "x", "true"], file.Steps[1].Requests(StepDependencies.None, true).Select(request => request.Parameters["t"]));
        Assert.Empty(file.Warnings);
    }

    [Fact]
    public void The_workload_gives_name_tags_queue_and_definition_to_jobs_that_lack_them()
    {
        var file = Load("""
            {
              "workload": { "name": "md-42", "tags": { "team": "x", "kind": "y" }, "jobQueue": "q", "jobDefinition": "d:3" },
              "jobs": [
                { "jobName": "a" },
                { "jobName": "b", "jobQueue": "r", "tags": { "kind": "z" } }
              ],
              "sweeps": [{ "axes": { "n": [1] } }]
            }
            """);

        Assert.Equal("md-42", file.Name);
        Assert.Equal([("q", "d:3"), ("r", "d:3"), ("q", "d:3")], file.Steps.Select(step => (step.Job.JobQueue, step.Job.JobDefinition)));
        Assert.Equal(new Dictionary<string, string> { ["team"] = "x", ["kind"] = "z" }, file.Steps[1].Job.Tags);
        Assert.Equal("sweep-1", file.Steps[2].Name);
        Assert.EndsWith("workload.json(2,84)", file.Steps[0].QueueWhere);
    }

    [Fact]
    public void An_axis_may_be_a_range()
    {
        var file = Load("""{ "workload": { "jobQueue": "q", "jobDefinition": "d" }, "sweeps": [{ "axes": { "t": "250..300 by 25", "p": "3..1" } }] }""");

        Assert.Equal([[250, 275, 300], [3, 2, 1]], Assert.Single(file.Steps).Sweep!.Axes.Select(axis => axis.Values));
    }

    [Fact]
    public void Texts_that_look_like_ranges_are_texts_among_texts()
    {
        var file = Load("""{ "workload": { "jobQueue": "q", "jobDefinition": "d" }, "sweeps": [{ "axes": { "t": ["1..30", "31..60"] } }] }""");

        Assert.Equal(["1..30", "31..60"], Assert.Single(Assert.Single(file.Steps).Sweep!.Axes).Values);
    }

    [Fact]
    public void What_a_job_overrides_travels_in_the_words_of_AWS()
    {
        var job = Load("""
            { "jobs": [{ "jobName": "a", "jobQueue": "q", "jobDefinition": "d", "arrayProperties": { "size": 3 },
                "containerOverrides": { "environment": [{ "name": "A", "value": "1" }] }, "nodeOverrides": { "numNodes": 2 } }] }
            """).Steps[0].Job;

        Assert.Equal(["arrayProperties", "containerOverrides", "nodeOverrides"], job.Overrides.Keys.Order());
    }

    [Fact]
    public void Steps_stand_after_those_that_they_wait_for()
    {
        var file = WorkloadFile.Load(CaseFiles.PathOf("workflow.ml.json"));

        Assert.Equal("workflow.ml", file.Name);
        Assert.Equal(["preprocess-dataset-42", "train-model-42", "evaluate-model-42"], file.Steps.Select(step => step.Name));
        var dependency = Assert.Single(file.Steps[1].DependsOn);
        Assert.Equal(("preprocess-dataset-42", null, "SEQUENTIAL"), (dependency.Step, dependency.JobId, dependency.Type));

        file = Load("""
            { "workload": { "jobQueue": "q", "jobDefinition": "d" },
              "jobs": [
                { "jobName": "c", "dependsOn": [{ "jobId": "${b}" }, { "jobId": "${s}" }] },
                { "jobName": "b", "dependsOn": [{ "jobId": "${a}" }, { "jobId": "11111111-2222-3333-4444-555555555555" }] },
                { "jobName": "a" }
              ],
              "sweeps": [{ "name": "s", "axes": { "x": [1, 2] }, "dependsOn": [{ "jobId": "${a}" }] }] }
            """);
        Assert.Equal(["a", "b", "s", "c"], file.Steps.Select(step => step.Name));
    }

    [Fact]
    public void A_chain_of_thousands_of_steps_is_ordered()
    {
        var jobs = Enumerable.Range(0, 5000).Select(n => $$"""{ "jobName": "j{{n}}", "dependsOn": [{{(n == 4999 ? "" : $$"""{ "jobId": "${j{{n + 1}}}" }""")}}] }""");

        var file = Load($$"""{ "workload": { "jobQueue": "q", "jobDefinition": "d" }, "jobs": [{{string.Join(",\n", jobs)}}] }""");

        Assert.Equal(Enumerable.Range(0, 5000).Select(n => $"j{4999 - n}"), file.Steps.Select(step => step.Name));
    }

    [Fact]
    public void Variables_are_put_in_and_those_of_a_shell_are_left_alone()
    {
        Environment.SetEnvironmentVariable("BATCHTOOLS_TEST_VALUE", "x \"y\"");
        var file = Load("""
            { "jobDefinitions": [{ "jobDefinitionName": "d", "type": "container", "containerProperties": { "image": "i", "command":
              ["${file:directory}/run.sh", "${env:BATCHTOOLS_TEST_VALUE}", "$${env:HOME}", "echo ${HOME} ${X:-1} $AWS_BATCH_JOB_ID ${AWS_BATCH_JOB_ARRAY_INDEX}"] } }] }
            """);

        Assert.Equal(
            [$"{_folder.Path}/run.sh", "x \"y\"", "${env:HOME}", "echo ${HOME} ${X:-1} $AWS_BATCH_JOB_ID ${AWS_BATCH_JOB_ARRAY_INDEX}"],
            file.JobDefinitions[0].Request.ContainerProperties!.Command!);
    }

    [Fact]
    public void The_infrastructure_case_is_a_workload_file_without_jobs()
    {
        var file = WorkloadFile.Load(CaseFiles.PathOf("infrastructure.batch-processor.json"));

        Assert.Equal((3, 3, 3, 0), (file.ComputeEnvironments.Count, file.JobQueues.Count, file.JobDefinitions.Count, file.Steps.Count));
        Assert.Empty(file.Warnings);
    }

    [Fact]
    public void A_definition_without_a_type_is_a_warning()
    {
        var file = Load("""{ "jobDefinitions": [ { "jobDefinitionName": "d", "containerProperties": { "image": "i" } } ] }""");

        Assert.EndsWith("workload.json(1,23): the job definition has no 'type'; it is taken as \"container\". Add \"type\": \"container\".", Assert.Single(file.Warnings));
    }

    [Fact]
    public void A_million_points_are_read_in_no_time()
    {
        var values = string.Join(",", Enumerable.Range(0, 1000));

        var file = Load($$"""{ "workload": { "jobQueue": "q", "jobDefinition": "d" }, "sweeps": [{ "axes": { "a": [{{values}}], "b": [{{values}}] } }] }""");

        Assert.Equal(1_000_000, file.JobCount);
    }

    private WorkloadFile Load(string text) => WorkloadFile.Load(_folder.Write("workload.json", text));
}
