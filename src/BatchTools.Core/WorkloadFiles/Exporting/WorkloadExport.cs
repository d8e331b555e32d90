using BatchTools.WorkloadFiles;

namespace BatchTools;

/// <summary>Writes what exists at a connection, or what a workload ran, into a workload file that makes it again.</summary>
/// <param name="connection">Where to look.</param>
/// <param name="reporter">Hears of what is not found.</param>
public sealed class WorkloadExport(BatchConnection connection, IReporter reporter)
{
    private readonly JobQueues _queues = new(connection, reporter);
    private readonly ComputeEnvironments _environments = new(connection, reporter);
    private readonly JobDefinitions _definitions = new(connection, reporter);

    /// <summary>Writes resources. A name that does not exist is reported.</summary>
    /// <param name="selection">Which.</param>
    /// <param name="path">The file, which is replaced when it is complete.</param>
    /// <param name="cancellationToken">Ends the work; the file stays as it was.</param>
    /// <returns>The file.</returns>
    /// <exception cref="BatchException">The file can not be written, or its name does not end in .json.</exception>
    public async Task<FileInfo> ResourcesAsync(ExportSelection selection, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ExportFile.Check(path);
        var sections = new ExportedSections(reporter);
        await AddAsync(sections, selection, cancellationToken);
        return ExportFile.Write(sections.ToPlainData(null), path);
    }

    /// <summary>Writes the jobs of a workload, with the queues, environments and definitions that they ran on.</summary>
    /// <param name="workload">The name of the workload.</param>
    /// <param name="path">The file, which is replaced when it is complete.</param>
    /// <param name="cancellationToken">Ends the work; the file stays as it was.</param>
    /// <returns>The file.</returns>
    /// <exception cref="BatchException">There is no such workload, the file can not be written, or its name does not end in .json.</exception>
    public async Task<FileInfo> WorkloadAsync(string workload, string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(workload);
        ExportFile.Check(path);
        var jobs = new List<Job>();
        await foreach (var job in new Jobs(connection, reporter).GetAsync(new JobFilter { Workload = workload, Detail = true }, cancellationToken))
            jobs.Add(job);
        if (jobs.Count == 0)
            throw BatchException.For(nameof(Messages.WorkloadNotFound), ErrorKind.NotFound, workload, workload, connection.Name);

        var definitions = Latest(workload, jobs);
        var sections = new ExportedSections(reporter);
        var selection = new ExportSelection { JobQueues = Distinct(jobs.Select(job => ArnName.Of(job.JobQueue))), JobDefinitions = [.. definitions.Values] };
        var found = await AddAsync(sections, selection, cancellationToken);
        sections.Jobs.AddRange(new ExportedJobs(found).Of(jobs));
        return ExportFile.Write(sections.ToPlainData(workload), path);
    }

    private async Task<IReadOnlyDictionary<string, JobDefinition>> AddAsync(ExportedSections sections, ExportSelection selection, CancellationToken cancellationToken)
    {
        var environments = new List<string>(selection.ComputeEnvironments);
        if (selection.IsEmpty || selection.JobQueues.Count > 0)
        {
            await foreach (var queue in _queues.GetAsync(selection.JobQueues, cancellationToken))
            {
                sections.Add(queue);
                environments.AddRange(queue.ComputeEnvironments);
                if (queue.SchedulingPolicyArn is { Length: > 0 } policy)
                    sections.Add(await new SchedulingPolicies(connection, reporter).FindAsync(policy, cancellationToken));
            }
        }

        if (selection.IsEmpty || environments.Count > 0)
        {
            await foreach (var environment in _environments.GetAsync(selection.IsEmpty ? [] : Distinct(environments), cancellationToken))
                sections.Add(environment);
        }

        var definitions = new Dictionary<string, JobDefinition>(StringComparer.Ordinal);
        if (selection.IsEmpty || selection.JobDefinitions.Count > 0)
        {
            await foreach (var definition in _definitions.GetAsync(new JobDefinitionFilter { Names = selection.JobDefinitions, IncludeInactive = !selection.IsEmpty }, cancellationToken))
            {
                sections.Add(definition);
                definitions[definition.JobDefinitionName] = definition;
            }
        }

        return definitions;
    }

    // A file has one definition of a name: the latest revision that the jobs ran.
    private Dictionary<string, string> Latest(string workload, IEnumerable<Job> jobs)
    {
        var latest = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var revisions in jobs.Select(job => ArnName.Of(job.JobDefinition)).Distinct(StringComparer.Ordinal).GroupBy(name => name.Split(':')[0], StringComparer.Ordinal))
        {
            var numbers = revisions.Select(name => int.Parse(name.Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture)).Order().ToArray();
            latest[revisions.Key] = $"{revisions.Key}:{numbers[^1]}";
            if (numbers.Length > 1)
                reporter.Warning(BatchException.Text(nameof(Messages.ExportRevisions), workload, string.Join(", ", numbers), revisions.Key, numbers[^1]));
        }

        return latest;
    }

    private static string[] Distinct(IEnumerable<string> names) => [.. names.Select(ArnName.Of).Distinct(StringComparer.Ordinal)];
}
