namespace BatchTools.Tests;

/// <summary>Workloads as they might have run, made up from a seed.</summary>
public static class SampleWorkload
{
    private static readonly DateTime Begin = new(2026, 11, 21, 9, 30, 0, DateTimeKind.Local);

    /// <summary>A connection that is never called.</summary>
    public static BatchConnection Connection { get; } = BatchConnection.ToLocal(new()
    {
        Endpoint = new("http://127.0.0.1:1/"),
        AccessKeyId = "key",
        SecretAccessKey = "secret",
        DataDirectory = "/data",
    });

    /// <summary>A sweep of so many jobs, so many at a time, some of which fail.</summary>
    /// <param name="count">How many jobs.</param>
    /// <param name="atATime">How many run at a time.</param>
    /// <param name="failing">Every how many-th job fails; 0 for none.</param>
    public static WorkloadSummary Sweep(int count, int atATime, int failing)
    {
        var random = new Random(7);
        var places = new PriorityQueue<int, DateTime>(Enumerable.Range(0, atATime).Select(place => (place, Begin)));
        var measure = new WorkloadMeasure("md-42");
        for (var index = 0; index < count; index++)
        {
            places.TryDequeue(out var place, out var free);
            var job = Job(index, free, random, failing > 0 && index % failing == failing - 1);
            places.Enqueue(place, job.StoppedAt!.Value);
            measure.Add(job);
        }

        return measure.ToSummary();
    }

    /// <summary>A job with whatever names and values.</summary>
    public static Job Job(string id, string name, JobStatus status, string? reason = null, IReadOnlyDictionary<string, string>? parameters = null) => new()
    {
        JobId = id,
        JobName = name,
        Status = status,
        StatusReason = reason,
        JobQueue = "hpc-queue",
        JobDefinition = "scientific-simulation:3",
        CreatedAt = Begin,
        Parameters = parameters ?? new Dictionary<string, string>(),
        Workload = "md-42",
        Connection = Connection,
    };

    private static Job Job(int index, DateTime free, Random random, bool fails)
    {
        var start = free.AddMilliseconds(40 + random.Next(200));
        var tries = new List<JobAttempt>();
        for (var number = 1; number <= (fails ? 2 : 1); number++)
        {
            var stop = start.AddMilliseconds(2000 + (index % 5 * 700) + random.Next(1500));
            var lost = fails && index % 3 == 0;
            tries.Add(new()
            {
                Number = number,
                StartedAt = start,
                StoppedAt = stop,
                ExitCode = fails ? lost ? 137 : 1 : 0,
                Reason = lost ? "OutOfMemoryError: Container killed due to memory usage" : null,
                StatusReason = "Essential container in task exited",
                LogStreamName = $"scientific-simulation/default/{index:x32}",
            });
            start = stop.AddMilliseconds(300);
        }

        return new()
        {
            JobId = $"{index:x8}-1111-2222-3333-444444444444",
            JobName = $"simulation-T{250 + (index / 5 % 7 * 25)}-P{1 + (index % 5 * 0.5):0.0}".Replace('.', '_'),
            Status = fails ? JobStatus.FAILED : JobStatus.SUCCEEDED,
            StatusReason = "Essential container in task exited",
            ExitCode = tries[^1].ExitCode,
            Reason = tries[^1].Reason,
            JobQueue = "hpc-queue",
            JobDefinition = "scientific-simulation:3",
            CreatedAt = Begin.AddMilliseconds(index * 15),
            StartedAt = tries[^1].StartedAt,
            StoppedAt = tries[^1].StoppedAt,
            Duration = tries[^1].Duration,
            Attempts = tries,
            Parameters = new Dictionary<string, string>
            {
                ["temperature"] = $"{250 + (index / 5 % 7 * 25)}",
                ["pressure"] = $"{1 + (index % 5 * 0.5):0.0}",
                ["steps"] = "1000000",
                ["timestep"] = "0.001",
            },
            Vcpu = 2,
            Memory = 512,
            Workload = "md-42",
            LogGroup = "/aws/batch/job",
            LogStreamName = tries[^1].LogStreamName,
            Connection = Connection,
        };
    }
}
