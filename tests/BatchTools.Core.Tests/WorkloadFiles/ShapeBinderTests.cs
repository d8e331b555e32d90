using System.Collections;
using System.Text;
using Amazon.Batch.Model;
using Amazon.Batch;
using BatchTools.WorkloadFiles;

namespace BatchTools.Tests;

public sealed class ShapeBinderTests
{
    [Theory]
    [InlineData("compute-environment.fargate.json", typeof(CreateComputeEnvironmentRequest))]
    [InlineData("job-queue.high-priority.json", typeof(CreateJobQueueRequest))]
    [InlineData("job-definition.data-processing.json", typeof(RegisterJobDefinitionRequest))]
    [InlineData("job-definition.ml-training.json", typeof(RegisterJobDefinitionRequest))]
    [InlineData("job-definition.mpi-training.multinode.json", typeof(RegisterJobDefinitionRequest))]
    [InlineData("job-submission.ml-training.json", typeof(SubmitJobRequest))]
    public void A_file_in_the_shape_of_a_request_binds_whole_and_is_written_back_as_it_was(string file, Type shape)
    {
        var problems = new SourceProblems();
        var node = CaseFiles.Read(file);

        var bound = new ShapeBinder(problems).Bind(node, shape);

        Assert.Empty(problems.Errors);
        Assert.Empty(problems.Warnings);
        Assert.Equal(Canonical(Plain(node)), Canonical(ShapeWriter.ToPlainData(bound)));
    }

    [Fact]
    public void A_definition_without_a_type_is_a_container_with_a_warning()
    {
        var problems = new SourceProblems();

        var bound = new ShapeBinder(problems).Bind<RegisterJobDefinitionRequest>(CaseFiles.Read("job-definition.s3-data-processor.without-type.json"));

        Assert.Equal(JobDefinitionType.Container, bound.Type);
        Assert.Empty(problems.Errors);
        Assert.EndsWith(".json(1,1): the job definition has no 'type'; it is taken as \"container\". Add \"type\": \"container\".", Assert.Single(problems.Warnings));
    }

    [Fact]
    public void A_member_that_older_documents_name_otherwise_is_taken_with_a_warning()
    {
        var problems = new SourceProblems();

        var bound = new ShapeBinder(problems).Bind<CreateComputeEnvironmentRequest>(CaseFiles.Read("compute-environment.ec2.json"));

        Assert.Empty(problems.Errors);
        Assert.Equal("arn:aws:iam::account:role/aws-ec2-spot-fleet-role", bound.ComputeResources!.SpotIamFleetRole);
        Assert.EndsWith(
            "compute-environment.ec2.json(15,5): 'spotIamFleetRequestRole' is no member of this object; it is taken as 'spotIamFleetRole'. Rename it.",
            Assert.Single(problems.Warnings));
    }

    [Theory]
    [InlineData("{\"jobName\": \"a\", \"jobQueue\": \"q\"}", "f(1,1): This object lacks the member 'jobDefinition', which AWS Batch requires. Add it.")]
    [InlineData("{\"jobname\": \"a\"}", "f(1,2): 'jobname' is no member of the object. Did you mean 'jobName'?")]
    [InlineData("{\"arrayProperties\": {\n  \"sise\": 3}}", "f(2,3): 'sise' is no member of 'arrayProperties'. Did you mean 'size'?")]
    [InlineData("{\"arrayProperties\": {\"x\": 3}}", "f(1,22): 'x' is no member of 'arrayProperties'. It can have size.")]
    [InlineData("{\"command\": []}", "f(1,2): 'command' is no member of the object. It belongs into 'containerOverrides'.")]
    [InlineData("{\"arrayProperties\": {\"size\": \"many\"}}", "f(1,30): 'arrayProperties.size' must be a whole number up to 2147483647, not text \"many\". Write digits alone, such as 8.")]
    [InlineData("{\"arrayProperties\": {\"size\": 2.5}}", "f(1,30): 'arrayProperties.size' must be a whole number up to 2147483647, not the number 2.5. Write digits alone, such as 8.")]
    [InlineData("{\"arrayProperties\": {\"size\": 3000000000}}", "f(1,30): 'arrayProperties.size' must be a whole number up to 2147483647, not the number 3000000000. Write digits alone, such as 8.")]
    [InlineData("{\"arrayProperties\": {\"size\": true}}", "f(1,30): 'arrayProperties.size' must be a whole number up to 2147483647, not true. Write digits alone, such as 8.")]
    [InlineData("{\"arrayProperties\": 3}", "f(1,21): 'arrayProperties' must be an object, not the number 3. Write its members in braces: { \"name\": value }.")]
    [InlineData("{\"arrayProperties\": []}", "f(1,21): 'arrayProperties' must be an object, not a list. Write its members in braces: { \"name\": value }.")]
    [InlineData("{\"propagateTags\": \"yes\"}", "f(1,19): 'propagateTags' must be true or false, not text \"yes\". Write it so, without quotes.")]
    [InlineData("{\"jobName\": {}}", "f(1,13): 'jobName' must be text, not an object. Write one text, in quotes.")]
    [InlineData("{\"tags\": []}", "f(1,10): 'tags' must be an object, not a list. Write its members in braces: { \"name\": value }.")]
    [InlineData("{\"tags\": {\"Team\": []}}", "f(1,19): 'tags.Team' must be text, not a list. Write one text, in quotes.")]
    [InlineData("{\"tags\": {\"Team\": null}}", "f(1,19): 'tags.Team' must be a value, not null. Give one, or leave it out.")]
    [InlineData("{\"dependsOn\": {\"jobId\": \"x\"}}", "f(1,15): 'dependsOn' must be a list, not an object. Put its values into brackets: [ … ].")]
    [InlineData("{\"dependsOn\": [null]}", "f(1,16): 'dependsOn[0]' must be a value, not null. Give one, or leave it out.")]
    [InlineData("{\"dependsOn\": [{\"type\": \"SEQENTIAL\"}]}", "f(1,25): 'SEQENTIAL' is no value of 'dependsOn[0].type'. Did you mean 'SEQUENTIAL'? Use one of N_TO_N, SEQUENTIAL.")]
    [InlineData("{\"containerOverrides\": {\"command\": \"echo hi\"}}", "f(1,36): 'containerOverrides.command' must be a list, not text \"echo hi\". Put it into brackets: [\"echo hi\"].")]
    [InlineData("{\"containerOverrides\": {\"command\": [[\"echo\"]]}}", "f(1,37): 'containerOverrides.command[0]' must be text, not a list. Write one text, in quotes.")]
    [InlineData("{\"containerOverrides\": {\"environment\": [{\"nam\": \"a\"}]}}", "f(1,42): 'nam' is no member of 'containerOverrides.environment[0]'. Did you mean 'name'?")]
    [InlineData("{\"containerOverrides\": {\"resourceRequirements\": [{\"type\": \"CPU\", \"value\": \"1\"}]}}", "f(1,59): 'CPU' is no value of 'containerOverrides.resourceRequirements[0].type'. Did you mean 'VCPU'? Use one of GPU, MEMORY, VCPU.")]
    [InlineData("[]", "f(1,1): the value must be an object, not a list. Write its members in braces: { \"name\": value }.")]
    public void What_does_not_fit_is_told_with_its_place_and_what_fits(string text, string message)
    {
        var problems = new SourceProblems();
        var node = SourceDocument.Parse(Encoding.UTF8.GetBytes(text), "f", problems).Root;

        new ShapeBinder(problems, checkRequired: message.Contains("lacks", StringComparison.Ordinal)).Bind<SubmitJobRequest>(node);

        Assert.Equal(message, Assert.Single(problems.Errors).Message);
    }

    [Fact]
    public void All_that_does_not_fit_is_told_at_once()
    {
        var problems = new SourceProblems();
        var node = SourceDocument.Parse("{\n \"jobName\": [],\n \"jobQueu\": 1,\n \"retryStrategy\": { \"attempts\": {} }\n}"u8, "f", problems).Root;
        new ShapeBinder(problems).Bind<SubmitJobRequest>(node);

        var error = Assert.Throws<BatchException>(problems.ThrowIfAny);

        Assert.Equal(["f(2,13)", "f(3,2)", "f(4,33)", "f(1,1)"], error.Message.Split('\n').Select(line => line[..line.IndexOf(": ", StringComparison.Ordinal)]));
        Assert.Equal(4, Assert.IsType<BatchException[]>(error.Target).Length);
    }

    [Fact]
    public void Numbers_as_text_and_text_as_numbers_and_constants_in_any_case_are_harmless()
    {
        var problems = new SourceProblems();
        var node = SourceDocument.Parse(
            """{"jobName": 7, "parameters": {"x": 1.50, "y": true}, "arrayProperties": {"size": "12"}, "propagateTags": "True", "retryStrategy": {"attempts": 2.0, "evaluateOnExit": [{"action": "exit"}]}}"""u8, "f", problems).Root;

        var bound = new ShapeBinder(problems, checkRequired: false).Bind<SubmitJobRequest>(node);

        Assert.Empty(problems.Errors);
        Assert.Equal(("7", "1.50", "true", 12, true, 2), (bound.JobName, bound.Parameters!["x"], bound.Parameters!["y"], bound.ArrayProperties!.Size, bound.PropagateTags, bound.RetryStrategy!.Attempts));
        Assert.Equal(RetryAction.EXIT, bound.RetryStrategy!.EvaluateOnExit![0].Action);
    }

    [Fact]
    public void A_hashtable_binds_whatever_the_case_of_its_keys_and_a_scalar_is_a_list_of_one()
    {
        var data = new Hashtable
        {
            ["JobName"] = "a",
            ["parameters"] = new Hashtable { ["Temperature"] = 1.5 },
            ["containerOverrides"] = new Dictionary<string, object?> { ["command"] = "true", ["environment"] = new Hashtable { ["name"] = "A", ["value"] = 1 } },
            ["tags"] = new Dictionary<string, string> { ["Team"] = "x" },
            ["propagateTags"] = null,
        };

        var bound = ShapeBinder.FromPlainData<SubmitJobRequest>(data, "overrides");

        Assert.Equal("a", bound.JobName);
        Assert.Equal("1.5", bound.Parameters!["Temperature"]);
        Assert.Equal(["true"], bound.ContainerOverrides!.Command!);
        Assert.Equal("1", Assert.Single(bound.ContainerOverrides!.Environment!).Value);
        Assert.Equal("x", bound.Tags!["Team"]);
        Assert.Null(bound.PropagateTags);
    }

    [Fact]
    public void A_fault_in_plain_data_is_told_with_its_path()
    {
        var error = Assert.Throws<BatchException>(() => ShapeBinder.FromPlainData<SubmitJobRequest>(
            new Hashtable { ["retryStrategy"] = new Hashtable { ["attempt"] = 2 } }, "Overrides"));
        Assert.Equal("Overrides.retryStrategy.attempt: 'attempt' is no member of 'Overrides.retryStrategy'. Did you mean 'attempts'?", error.Message);

        error = Assert.Throws<BatchException>(() => ShapeBinder.FromPlainData<SubmitJobRequest>(new Hashtable { ["jobName"] = new Random() }, "Overrides"));
        Assert.StartsWith("Overrides.jobName: a value of the type Random has no form in AWS's shapes.", error.Message);
    }

    [Fact]
    public void A_hashtable_that_holds_itself_is_refused()
    {
        var data = new Hashtable();
        data["containerOverrides"] = data;

        Assert.Contains("nest deeper than 64 levels", Assert.Throws<BatchException>(() => ShapeBinder.FromPlainData<SubmitJobRequest>(data, "x")).Message);
    }

    // Plain data in one text, so that members compare in any order and numbers by what they say.
    private static string Canonical(object? value) => value switch
    {
        IEnumerable<KeyValuePair<string, object?>> map => "{" + string.Join(",", map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}:{Canonical(pair.Value)}")) + "}",
        object?[] list => "[" + string.Join(",", list.Select(Canonical)) + "]",
        _ => value is string text ? $"\"{text}\"" : SweepValue.Text(value!),
    };

    private static object? Plain(SourceNode node) => node switch
    {
        SourceObject source => source.Members.ToDictionary(member => member.Name, member => Plain(member.Value)),
        SourceArray list => list.Items.Select(Plain).ToArray(),
        SourceScalar scalar => scalar.ToValue(),
        _ => null,
    };
}
