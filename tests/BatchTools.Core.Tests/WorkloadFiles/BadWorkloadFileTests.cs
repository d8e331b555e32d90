namespace BatchTools.Tests;

public sealed class BadWorkloadFileTests : IDisposable
{
    private const string Workload = "\"workload\": { \"jobQueue\": \"q\", \"jobDefinition\": \"d\" }";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("[]", "(1,1): the value must be an object, not a list. Write its members in braces: { \"name\": value }.")]
    [InlineData("{ \"job\": [] }", "(1,3): 'job' is no member of a workload file. Did you mean 'jobs'?")]
    [InlineData("{ \"x\": [] }", "(1,3): 'x' is no member of a workload file. It can have $schema, parameters, workload, schedulingPolicies, consumableResources, computeEnvironments, jobQueues, jobDefinitions, jobs, sweeps.")]
    [InlineData("{ \"jobs\": {} }", "(1,11): 'jobs' must be a list, not an object. Put its values into brackets: [ … ].")]
    [InlineData("{ \"jobs\": [7] }", "(1,12): 'jobs[0]' must be an object, not the number 7. Write its members in braces: { \"name\": value }.")]
    [InlineData("{ \"workload\": { \"nam\": \"x\" } }", "(1,17): 'nam' is no member of 'workload'. Did you mean 'name'?")]
    [InlineData("{ \"workload\": { \"name\": \"\" } }", "(1,25): the name of the workload has 0 characters. Use 1 to 256.")]
    [InlineData("{ \"workload\": { \"name\": [] } }", "(1,25): 'workload.name' must be text, not a list. Write one text, in quotes.")]
    [InlineData("{ \"workload\": { \"tags\": [] } }", "(1,25): 'workload.tags' must be an object, not a list. Write its members in braces: { \"name\": value }.")]
    [InlineData("{ \"workload\": { \"tags\": { \"a\": [] } } }", "(1,32): 'workload.tags.a' must be text, not a list. Write one text, in quotes.")]
    [InlineData("{ \"jobQueues\": [{ \"jobQueueName\": \"q\" }] }", "(1,17): jobQueues[0] lacks the member 'priority', which AWS Batch requires. Add it.")]
    [InlineData("{ \"jobQueues\": [{ \"jobQueueName\": \"q\", \"priority\": \"high\" }] }", "(1,52): 'jobQueues[0].priority' must be a whole number up to 2147483647, not text \"high\". Write digits alone, such as 8.")]
    [InlineData("{ \"jobQueues\": [{ \"jobQueueName\": \"q\", \"priority\": 1 },\n { \"jobQueueName\": \"q\", \"priority\": 2 }] }", "(2,2): 'q' is twice in jobQueues; the first is at {file}(1,17). Rename or remove one.")]
    [InlineData("{ \"computeEnvironments\": [{ \"computeEnvironmentName\": \"c\", \"type\": \"MANGED\" }] }", "(1,68): 'MANGED' is no value of 'computeEnvironments[0].type'. Did you mean 'MANAGED'? Use one of MANAGED, UNMANAGED.")]
    [InlineData("{ \"computeEnvironments\": [{ \"computeEnvironmentName\": \"c\", \"type\": \"MANAGED\",\n  \"computeResources\": { \"type\": \"SPOT\", \"maxvCpus\": 1, \"subnets\": [], \"spotFleetRole\": \"r\" } }] }", "(2,71): 'spotFleetRole' is no member of 'computeEnvironments[0].computeResources'. Did you mean 'spotIamFleetRole'?")]
    [InlineData("{ \"jobDefinitions\": [{ \"jobDefinitionName\": \"d\", \"type\": \"multinode\", \"numNodes\": 2 }] }", "(1,71): 'numNodes' is no member of 'jobDefinitions[0]'. It belongs into 'nodeProperties'.")]
    [InlineData("{ \"jobs\": [{ \"jobName\": \"a\", \"jobDefinition\": \"d\" }] }", "(1,12): jobs[0] lacks the member 'jobQueue', which AWS Batch requires. Add it.")]
    [InlineData("{ \"jobs\": [{ \"jobQueue\": \"q\", \"jobDefinition\": \"d\" }] }", "(1,12): jobs[0] lacks the member 'jobName', which AWS Batch requires. Add it.")]
    [InlineData("{ W, \"jobs\": [{ \"jobName\": \"a.b\" }] }", "(1,80): The job name 'a.b' is not valid. Use 1 to 128 letters, digits, '-' and '_', a letter or digit first.")]
    [InlineData("{ W, \"jobs\": [{ \"jobName\": \"a\" },\n{ \"jobName\": \"a\" }] }", "(2,1): there are two jobs or sweeps named 'a'; the first is at {file}(1,67). Rename one, so that each can be told from the other.")]
    [InlineData("{ W, \"jobs\": [{ \"jobName\": \"a\", \"dependsOn\": [{ \"jobId\": \"${b}\" }] }] }", "(1,99): there is no job or sweep 'b' in this file. Name one of them, or give the id of a job.")]
    [InlineData("{ W, \"jobs\": [{ \"jobName\": \"first\" }, { \"jobName\": \"a\", \"dependsOn\": [{ \"jobId\": \"${frist}\" }] }] }", "(1,123): there is no job or sweep 'frist' in this file. Did you mean 'first'? Name one of them, or give the id of a job.")]
    [InlineData("{ W, \"jobs\": [{ \"jobName\": \"a\", \"dependsOn\": [{ }] }] }", "(1,99): the dependency names no job. Add \"jobId\": an id, or ${name} for a job or sweep of this file.")]
    [InlineData("{ W, \"jobs\": [{ \"jobName\": \"a\", \"dependsOn\": [{ \"jobId\": \"${b}\" }] },\n{ \"jobName\": \"b\", \"dependsOn\": [{ \"jobId\": \"${a}\" }] }] }", "(1,67): steps wait for each other in a circle: a → b → a. Remove one of these dependencies.")]
    [InlineData("{ W, \"jobs\": [{ \"jobName\": \"a\", \"dependsOn\": [{ \"jobId\": \"${a}\" }] }] }", "(1,67): steps wait for each other in a circle: a → a. Remove one of these dependencies.")]
    [InlineData("{ W, \"jobs\": [{ \"jobName\": \"a\" }], \"jobDefinitions\": [{ \"jobDefinitionName\": \"d\", \"type\": \"container\", \"containerProperties\": { \"image\": \"i\", \"command\": [\"x\", \"Ref::t\"] } }] }", "(1,67): The job 'a' gives no value for Ref::t, which the command of the job definition 'd' uses. Give a parameter of that name, or a default in the definition.")]
    [InlineData("{ W, \"sweeps\": [{ \"name\": \"s\" }] }", "(1,69): sweeps[0] has no 'axes'. Add them: \"axes\": { \"temperature\": [250, 300], \"pressure\": [1.0, 1.5] }.")]
    [InlineData("{ W, \"sweeps\": [{ \"axis\": {}, \"axes\": {\"x\": [1]} }] }", "(1,71): 'axis' is no member of 'sweeps[0]'. Did you mean 'axes'?")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": [] }] }", "(1,79): 'sweeps[0].axes' must be an object, not a list. Write its members in braces: { \"name\": value }.")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": { \"x\": 1 } }] }", "(1,86): 'sweeps[0].axes.x' must be a list of values or a range such as \"250..400 by 25\", not the number 1. Give one of these.")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": { \"x\": \"1-5\" } }] }", "(1,86): 'sweeps[0].axes.x' must be a list of values or a range such as \"250..400 by 25\", not text \"1-5\". Give one of these.")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": { \"x\": \"1..5 by 0\" } }] }", "(1,86): The range '1..5 by 0' never reaches its end. Give a step that leads towards it, such as 1..10 by 0.5.")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": { \"x\": \"1..x\" } }] }", "(1,86): '1..x' begins as a range does and is none. Write start..end, or start..end by step, with plain numbers: 250..400 by 25, 0..1 by 0.05.")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": { \"x\": [1, \"2..\"] } }] }", "(1,90): the range '2..' stands in a list, where it is one text and no range. Write it without brackets, \"2..\", or list its values; a single text belongs into 'fixed'.")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": { \"x\": [\"1..30\"] } }] }", "(1,87): the range '1..30' stands in a list, where it is one text and no range. Write it without brackets, \"1..30\", or list its values; a single text belongs into 'fixed'.")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": { \"x\": [\"1..5\", 10] } }] }", "(1,87): the range '1..5' stands in a list, where it is one text and no range. Write it without brackets, \"1..5\", or list its values; a single text belongs into 'fixed'.")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": { \"x\": [] } }] }", "(1,81): The axis 'x' of the sweep has no values. Give it at least one.")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": { \"x\": [1, null] } }] }", "(1,90): 'sweeps[0].axes.x[1]' must be text, a number, true or false, not null. Give one of these.")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": { \"x\": [[1]] } }] }", "(1,87): 'sweeps[0].axes.x[0]' must be text, a number, true or false, not a list. Give one of these.")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": { \"x\": [1] }, \"fixed\": { \"X\": 2 } }] }", "(1,93): The sweep has two parameters named 'X'. Names are compared without regard to case; rename one.")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": { \"x\": [1] }, \"fixed\": { \"y\": {} } }] }", "(1,109): 'sweeps[0].fixed.y' must be text, a number, true or false, not an object. Give one of these.")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": { \"x\": [1] }, \"jobName\": \"a-{y}\" }] }", "(1,104): The job name template 'a-{y}' names 'y', which is no parameter of the sweep. It can use {x}, {#}.")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": { \"x\": [1] }, \"jobName\": 7, \"maxConcurrent\": 0 }] }", "(1,124): 'sweeps[0].maxConcurrent' must be 1 or more, not the number 0. Leave it out for no limit.")]
    [InlineData("{ W, \"sweeps\": [{ \"axes\": { \"x\": [1] }, \"maxConcurrent\": \"many\" }] }", "(1,110): 'sweeps[0].maxConcurrent' must be a whole number up to 2147483647, not text \"many\". Write digits alone, such as 8.")]
    [InlineData("{ \"workload\": { \"name\": \"${file:folder}\" } }", "(1,25): there is no variable ${file:folder}. Use ${file:directory} for the folder of the file, ${env:NAME} for an environment variable, or ${param:NAME} for a parameter.")]
    [InlineData("{ \"workload\": { \"name\": \"${env:BATCHTOOLS_NO_SUCH}\" } }", "(1,25): ${env:BATCHTOOLS_NO_SUCH} has no value. Set the environment variable BATCHTOOLS_NO_SUCH, or write $${env:BATCHTOOLS_NO_SUCH} for the text itself.")]
    public void A_fault_is_told_with_its_place_and_what_to_do(string text, string message)
    {
        var path = _folder.Write("bad.json", text.Replace("W,", Workload + ",", StringComparison.Ordinal));

        var error = Assert.Throws<BatchException>(() => WorkloadFile.Load(path));

        Assert.Equal(path + message.Replace("{file}", path, StringComparison.Ordinal), error.Message);
        Assert.Equal(ErrorKind.InvalidInput, error.Kind);
    }

    [Fact]
    public void A_hash_comment_is_refused_with_its_place()
    {
        var path = CaseFiles.PathOf("job-submission.finance.with-hash-comment.json.txt");

        Assert.Equal(
            $"{path}(3,38): '#' starts no comment in JSON. Comments are // up to the end of the line, or /* … */.",
            Assert.Throws<BatchException>(() => WorkloadFile.Load(path)).Message);
    }

    [Fact]
    public void Another_kind_of_file_is_told_by_its_unknown_members()
    {
        var error = Assert.Throws<BatchException>(() => WorkloadFile.Load(CaseFiles.PathOf("pipelines.json")));

        Assert.Equal(4, error.Message.Split('\n').Length);
        Assert.Contains("pipelines.json(2,3): 'mlTraining' is no member of a workload file. It can have $schema, parameters, workload,", error.Message);
    }

    [Fact]
    public void All_faults_of_a_file_are_told_at_once()
    {
        var path = _folder.Write("bad.json", """
            {
              "jobQueues": [{ "jobQueueName": "q", "priorty": 1 }],
              "jobDefinitions": [{ "jobDefinitionName": "d", "type": "kontainer" }],
              "jobs": [{ "jobName": "a", "jobQueue": 3, "jobDefinition": [] }],
              "sweeps": [{ "axes": {}, "jobname": "x" }]
            }
            """);

        var error = Assert.Throws<BatchException>(() => WorkloadFile.Load(path));

        Assert.Equal(
            ["(2,40)", "(3,58)", "(4,62)", "(5,28)", "(5,14)", "(5,14)"],
            error.Message.Split('\n').Select(line => line[path.Length..line.IndexOf(": ", StringComparison.Ordinal)]));
        Assert.Equal(6, Assert.IsType<BatchException[]>(error.Target).Length);
    }
}
