using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class ResourceLifeTests
{
    private readonly StandInConnection _to = new();
    private readonly List<ProposedChange> _proposed = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_environment_is_disabled_detached_and_deleted_in_that_order_with_waits_between()
    {
        var resources = new StandInResources(_to);
        resources.AddEnvironment("old");
        resources.AddEnvironment("new");
        resources.AddQueue("night", "old", "new");
        resources.AddQueue("other", "new");

        var removed = await Environments(wait: true).RemoveAsync("old", Cancel);

        Assert.Equal("old", removed?.ComputeEnvironmentName);
        Assert.Equal(["update old DISABLED", "update night new", "delete old"], resources.Changes);
        var asked = Assert.Single(_proposed);
        Assert.Contains("'night'", asked.Risk, StringComparison.Ordinal);
        Assert.DoesNotContain("'other'", asked.Risk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_environment_that_is_a_queues_only_one_is_not_touched_and_the_error_names_the_queue()
    {
        var resources = new StandInResources(_to);
        resources.AddEnvironment("old");
        resources.AddQueue("night", "old");

        var error = await Assert.ThrowsAsync<BatchException>(() => Environments().RemoveAsync("old", Cancel));

        Assert.Equal((nameof(Messages.EnvironmentIsOnlyOne), ErrorKind.Conflict), (error.ErrorId, error.Kind));
        Assert.Contains("Remove-BatchJobQueue night", error.Message, StringComparison.Ordinal);
        Assert.Empty(resources.Changes);
    }

    [Fact]
    public async Task A_removal_that_is_not_allowed_changes_nothing()
    {
        var resources = new StandInResources(_to);
        resources.AddQueue("night", "old");
        var life = new JobQueueLife(_to.Connection, _to.Reporter, new LifeOptions { Consent = (_, _) => Task.FromResult(false) });

        Assert.Null(await life.RemoveAsync("night", Cancel));
        Assert.Null(await life.SwitchAsync("night", ResourceState.DISABLED, Cancel));
        Assert.Empty(resources.Changes);
    }

    [Fact]
    public async Task A_queue_with_unfinished_jobs_is_a_risk_that_counts_them()
    {
        var resources = new StandInResources(_to);
        resources.AddQueue("night", "old");
        resources.Jobs.AddRange(
            new JobSummary { JobId = "a", Status = "RUNNABLE" }, new JobSummary { JobId = "b", Status = "RUNNING" },
            new JobSummary { JobId = "c", Status = "RUNNABLE" }, new JobSummary { JobId = "d", Status = "SUCCEEDED" });

        await Queues().RemoveAsync("night", Cancel);

        Assert.Contains("(1 RUNNING, 2 RUNNABLE)", Assert.Single(_proposed).Risk, StringComparison.Ordinal);
        Assert.Equal(["update night DISABLED", "delete night"], resources.Changes);
    }

    [Fact]
    public async Task A_queue_without_jobs_is_no_risk()
    {
        new StandInResources(_to).AddQueue("night", "old");

        await Queues().RemoveAsync("night", Cancel);

        Assert.Null(Assert.Single(_proposed).Risk);
    }

    [Fact]
    public async Task A_change_under_way_is_waited_for()
    {
        var resources = new StandInResources(_to);
        resources.AddQueue("night", "old");

        await Queues().SwitchAsync("night", ResourceState.DISABLED, Cancel);
        await Queues().SwitchAsync("night", ResourceState.ENABLED, Cancel); // refused at first, as the first change goes on

        Assert.Equal(["update night DISABLED", "update night ENABLED"], resources.Changes);
    }

    [Fact]
    public async Task What_stays_busy_is_an_error_when_the_time_is_up()
    {
        var resources = new StandInResources(_to) { StaysBusy = true };
        resources.AddQueue("night", "old");

        var error = await Assert.ThrowsAsync<BatchException>(() => Queues().RemoveAsync("night", Cancel));

        Assert.Equal((nameof(Messages.ResourceNotReady), ErrorKind.Timeout), (error.ErrorId, error.Kind));
        Assert.Contains("DISABLED and UPDATING after 00:10:00", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("delete night", resources.Changes);
    }

    [Fact]
    public async Task A_state_that_it_has_already_is_not_set_again()
    {
        var resources = new StandInResources(_to);
        resources.AddQueue("night", "old");

        Assert.Equal(ResourceState.ENABLED, (await Queues(wait: true).SwitchAsync("night", ResourceState.ENABLED, Cancel))?.State);
        Assert.Empty(resources.Changes);
        Assert.Contains(_to.Reporter.Details, line => line.Contains("ENABLED already", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_of_nothing_is_an_error()
    {
        _ = new StandInResources(_to);

        Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<BatchException>(() => Queues().RemoveAsync("nope", Cancel))).Kind);
        Assert.Equal(ErrorKind.NotFound, (await Assert.ThrowsAsync<BatchException>(() => Environments().SwitchAsync("nope", ResourceState.ENABLED, Cancel))).Kind);
    }

    private JobQueueLife Queues(bool wait = false) => new(_to.Connection, _to.Reporter, Options(wait));

    private ComputeEnvironmentLife Environments(bool wait = false) => new(_to.Connection, _to.Reporter, Options(wait));

    private LifeOptions Options(bool wait) => new()
    {
        Wait = wait,
        Consent = (change, _) =>
        {
            _proposed.Add(change);
            return Task.FromResult(true);
        },
    };
}
