using BatchTools.LocalEngine.Running;

namespace BatchTools.LocalEngine.Scheduling;

/// <summary>Ends processes of jobs that outlived the engine that started them, before any job is started anew.</summary>
internal static class LeftOverAttempts
{
    public static void End(EngineIdentity identity, IEnumerable<Job> loaded)
    {
        LeftOverProcesses.Kill(AttemptMark.OfEngine(identity.EngineId));
        foreach (var job in loaded)
        {
            foreach (var attempt in job.Executables.Select(static executable => executable.Attempts.LastOrDefault()))
            {
                if (attempt is { IsOver: false, ProcessId: > 0 })
                    LeftOverProcesses.KillGroup(attempt.ProcessId, DateTimeOffset.FromUnixTimeMilliseconds(attempt.StartedAt));
            }
        }
    }
}
