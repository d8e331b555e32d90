namespace BatchTools.LocalEngine.Running.Containers;

/// <summary>Runs each attempt as a container of the job's image.</summary>
internal sealed class ContainerJobRunner : IJobRunner
{
    private readonly DedicatedThreads _threads = new("BatchTools container");
    private readonly ContainerSetup _setup;

    public ContainerJobRunner(ContainerSetup setup)
    {
        _setup = setup;
        Directory.CreateDirectory(setup.Folder);
    }

    public IRunningAttempt Start(IAttempt attempt)
    {
        var container = new ContainerAttempt(attempt, _setup, _threads);
        _threads.Run(container.Run);
        return container;
    }

    public void Dispose()
    {
        // Free threads end by themselves; attempts are ended by who started them.
    }

    /// <summary>Removes the containers that an engine left that was ended before it could.</summary>
    public static void RemoveLeftOvers(ContainerSetup setup)
    {
        if (!Directory.Exists(setup.Folder))
            return;
        foreach (var file in Directory.EnumerateFiles(setup.Folder))
        {
            // A file with an extension is another one's companion, or a volume's.
            if (!Path.HasExtension(file))
                Remove(setup.Tool, Path.GetFileName(file));
        }

        TaskVolumes.RemoveLeftOvers(setup);
        foreach (var file in Directory.EnumerateFiles(setup.Folder))
            File.Delete(file);
    }

    private static void Remove(ContainerTool tool, string container)
    {
        // podman's rm asks a running container to end, and gives it ten seconds.
        tool.Run("kill", "--signal", "KILL", container);
        tool.Run("rm", "--force", "--volumes", container);
    }
}
