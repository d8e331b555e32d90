using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Commands;

public sealed class RegisterCommandTests : CommandsOnOneFolder
{
    [Fact]
    public async Task Resources_are_created_changed_and_left_and_no_job_is_submitted()
    {
        var file = FileOf(("a", "true"));
        var created = await OnAsync("register", file);
        var left = await OnAsync("register", file);
        var changed = await OnAsync("register", FileOf([("a", "true")], ("\"value\":\"16\"", "\"value\":\"32\"")), "--json");

        Assert.Equal((ExitCode.Success, "Created the job definition shell"), (created.ExitCode, Assert.Single(Lines(created))));
        Assert.StartsWith("Left the job definition shell", Assert.Single(Lines(left)));
        var change = Assert.Single(Objects(changed));
        Assert.Equal(("resource", "change", "shell"), (change.GetProperty("type").GetString(), change.GetProperty("action").GetString(), change.GetProperty("name").GetString()));
        Assert.Equal("32", change.GetProperty("differences")[0].GetProperty("new").GetString());
        Assert.Empty((await OnAsync("jobs")).Output);
    }

    [Fact]
    public async Task A_file_made_for_AWS_CLI_is_a_workload_file()
    {
        var queue = Folder.Write("queue.json", """{ "jobQueueName": "second", "priority": 7, "computeEnvironmentOrder": [{ "order": 1, "computeEnvironment": "local" }] }""");

        var run = await OnAsync("register", queue);

        Assert.Equal((ExitCode.Success, "Created the job queue second"), (run.ExitCode, Assert.Single(Lines(run))));
    }

    [Fact]
    public async Task What_the_service_refuses_is_told_with_its_place()
    {
        var queue = Folder.Write("queue.json", """{ "jobQueueName": "second", "priority": 7, "computeEnvironmentOrder": [{ "order": 1, "computeEnvironment": "nowhere" }] }""");

        var run = await OnAsync("register", queue);

        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Matches(@"queue\.json\(1,\d+\).*nowhere", Assert.Single(run.ErrorLines));
    }
}
