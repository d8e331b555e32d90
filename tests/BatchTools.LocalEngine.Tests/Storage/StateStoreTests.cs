using BatchTools.LocalEngine.Api.Batch;
using BatchTools.LocalEngine.Resources;
using BatchTools.LocalEngine.Scheduling;
using BatchTools.LocalEngine.Storage;
using BatchTools.LocalEngine.Tests.Support;

namespace BatchTools.LocalEngine.Tests.Storage;

public sealed class StateStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_several_states_of_a_job_the_last_one_is_on_disk()
    {
        using (var store = new StateStore(Database.Open(_folder.File("state.db"), "FULL", StateSchema.Upgrades), static () => { }))
        {
            var jobs = Enumerable.Range(1, 100).Select(MakeJob).ToList();
            foreach (var state in new[] { JobState.Running, JobState.Runnable, JobState.Running, JobState.Succeeded })
            {
                foreach (var job in jobs.Where(job => state != JobState.Succeeded || job.Submission.Sequence % 2 == 0))
                {
                    job.State = state;
                    store.SaveJob(job);
                }
            }

            await store.WhenDurableAsync();
        }

        var expected = Enumerable.Range(1, 100).Select(static job => ((long)job, job % 2 == 0 ? JobState.Succeeded : JobState.Running));
        Assert.Equal(expected, Read());
    }

    private List<(long, JobState)> Read()
    {
        using var reader = Database.OpenReader(_folder.File("state.db"));
        using var command = reader.CreateCommand();
        command.CommandText = "SELECT job, state FROM job_state ORDER BY job";
        using var rows = command.ExecuteReader();
        var states = new List<(long, JobState)>();
        while (rows.Read())
            states.Add((rows.GetInt64(0), (JobState)rows.GetInt32(1)));
        return states;
    }

    private static SingleJob MakeJob(int sequence) => new(new JobSubmission(
        sequence,
        $"job-{sequence}",
        createdAt: 0,
        new SubmitJobRequest { JobName = "job" },
        new JobDefinitionRevision(1, new JobDefinition { ContainerProperties = new ContainerProperties() }),
        new JobQueue(1, Guid.NewGuid(), new JobQueueDetail { JobQueueName = "queue" })));
}
