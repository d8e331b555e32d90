namespace BatchTools.Tests;

public sealed class WorkloadInspectionTests(LocalBatch local) : IClassFixture<LocalBatch>, IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_finding_has_its_place_what_is_wrong_and_what_to_do()
    {
        var path = _folder.Write("bad.json", """
            {
              "jobQueues": [{ "jobQueueName": "q", "priority": 1, "stat": "ENABLED" }],
              "jobs": [{ "jobName": "a b", "jobQueue": "q", "jobDefinition": "d" }]
            }
            """);

        var findings = await InspectAsync(null, path);

        Assert.Equal(
            [
                (WorkloadFindingSeverity.ERROR, "MemberUnknown", 2, 55, "'stat' is no member of 'jobQueues[0]'.", "Did you mean 'state'?"),
                (WorkloadFindingSeverity.ERROR, "JobNameInvalid", 3, 25, "The job name 'a b' is not valid.", "Use 1 to 128 letters, digits, '-' and '_', a letter or digit first."),
            ],
            findings.Select(one => (one.Severity, one.RuleId, one.Line!.Value, one.Column!.Value, one.Message, one.Suggestion!)));
        Assert.Equal($"{path}(2,55): error MemberUnknown: 'stat' is no member of 'jobQueues[0]'. Did you mean 'state'?", findings[0].ToString());
        Assert.All(findings, one => Assert.Equal((path, $"{path}({one.Line},{one.Column})"), (one.File, one.Place)));
    }

    [Fact]
    public async Task What_is_odd_is_a_warning_also_where_something_else_is_wrong()
    {
        var path = _folder.Write("odd.json", """{ "jobDefinitions": [{ "jobDefinitionName": "d", "retryStrategy": { "attempts": 99 } }] }""");

        Assert.Equal(
            [(WorkloadFindingSeverity.ERROR, "AttemptsOutOfRange"), (WorkloadFindingSeverity.WARNING, "TypeMissing")],
            (await InspectAsync(null, path)).Where(one => one.Severity != WorkloadFindingSeverity.ADVICE).Select(one => (one.Severity, one.RuleId)));
    }

    [Fact]
    public async Task With_a_connection_what_a_file_names_is_looked_up()
    {
        var path = _folder.Write("names.json", """
            { "jobs": [{ "jobName": "a", "jobQueue": "lokal", "jobDefinition": "no-such" }] }
            """);

        Assert.DoesNotContain(await InspectAsync(null, path), one => one.Severity == WorkloadFindingSeverity.ERROR);
        var findings = await InspectAsync(local.Connection, path);
        Assert.Equal([("JobQueueNotFound", 42), ("JobDefinitionNotFound", 68)], findings.Where(one => one.Severity == WorkloadFindingSeverity.ERROR).Select(one => (one.RuleId, one.Column!.Value)));
        Assert.StartsWith("There is no job queue 'lokal'", findings[0].Message);
    }

    [Fact]
    public async Task Environments_that_a_queue_can_not_have_are_found_before_anything_is_made()
    {
        var path = _folder.Write("queue.json", """
            {
              "computeEnvironments": [{ "computeEnvironmentName": "serverless", "type": "MANAGED", "computeResources": { "type": "FARGATE", "maxvCpus": 4, "subnets": ["s"] } }],
              "jobQueues": [{ "jobQueueName": "q", "priority": 1, "computeEnvironmentOrder": [
                { "order": 1, "computeEnvironment": "local" },
                { "order": 2, "computeEnvironment": "serverless" },
                { "order": 3, "computeEnvironment": "nowhere" } ] }]
            }
            """);

        var errors = (await InspectAsync(local.Connection, path)).Where(one => one.Severity == WorkloadFindingSeverity.ERROR);

        Assert.Equal(
            [("QueueEnvironmentsMixed", 5, 41), ("QueueEnvironmentMissing", 6, 41)],
            errors.Select(one => (one.RuleId, one.Line!.Value, one.Column!.Value)));
        Assert.Contains("'local', which is EC2, and 'serverless', which is FARGATE", errors.First().Message);
    }

    [Fact]
    public async Task A_file_that_is_no_JSON_is_a_finding_and_one_that_is_not_there_an_error()
    {
        var finding = Assert.Single(await InspectAsync(null, CaseFiles.PathOf("job-submission.finance.with-hash-comment.json.txt")));

        Assert.Equal((3, 38, "'#' starts no comment in JSON."), (finding.Line, finding.Column, finding.Message));
        Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<BatchException>(() => InspectAsync(null, Path.Combine(_folder.Path, "none.json")))).Kind);
    }

    private static async Task<IReadOnlyList<WorkloadFinding>> InspectAsync(BatchConnection? connection, string path) =>
        await new WorkloadInspection(connection).InspectAsync(path, cancellationToken: Cancel).ToListAsync(Cancel);
}
