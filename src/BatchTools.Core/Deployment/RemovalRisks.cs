namespace BatchTools;

/// <summary>What a removal of all that a file names would do to work that is under way.</summary>
/// <param name="connection">Where.</param>
/// <param name="reporter">Hears of what is odd.</param>
internal sealed class RemovalRisks(BatchConnection connection, IReporter reporter)
{
    /// <summary>What would be lost, by kind and name, in words that follow the name.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    /// <exception cref="BatchException">A queue outside of the file would be left without an environment.</exception>
    public async Task<IReadOnlyDictionary<(string Kind, string Name), string>> FindAsync(WorkloadFile file, CancellationToken cancellationToken)
    {
        var risks = new Dictionary<(string, string), string>();
        await foreach (var queue in new JobQueues(connection, reporter).GetAsync([], cancellationToken))
        {
            var used = queue.ComputeEnvironments.Where(name => file.ComputeEnvironments.Any(one => one.Name == name)).ToArray();
            if (file.JobQueues.Any(one => one.Name == queue.JobQueueName))
            {
                if (await new UnfinishedJobs(connection).CountAsync(queue.JobQueueName, cancellationToken) is { } jobs)
                    risks[(QueueSection.Name, queue.JobQueueName)] = $", whose unfinished jobs ({jobs}) end as FAILED";
            }
            else if (used.Length > 0 && used.Length == queue.ComputeEnvironments.Count)
            {
                throw BatchException.For(nameof(Messages.EnvironmentIsOnlyOne), ErrorKind.Conflict, used[0], used[0], $"'{queue}'", queue.JobQueueName);
            }
            else
            {
                foreach (var name in used)
                    risks[(EnvironmentSection.Name, name)] = $"{risks.GetValueOrDefault((EnvironmentSection.Name, name))}, which is taken out of the job queue '{queue}'";
            }
        }

        return risks;
    }
}
