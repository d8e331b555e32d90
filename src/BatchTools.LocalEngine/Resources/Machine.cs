namespace BatchTools.LocalEngine.Resources;

/// <summary>
/// What this machine has for the jobs of all environments together. Its memory and GPUs are never given twice; its processors
/// may be, for each environment has its own <c>maxvCpus</c>.
/// </summary>
internal sealed class Machine(int processors, int memory, int gpus)
{
    private const int MostGpus = 64;

    /// <summary>The vCPUs of an environment that names no number.</summary>
    public int Processors { get; } = processors;

    /// <summary>The memory for jobs, in MiB.</summary>
    public int Memory { get; } = memory;

    public int Gpus { get; } = gpus;

    /// <summary>Which GPUs jobs have now.</summary>
    public GpuPool GpuPool { get; } = new();

    /// <summary>What jobs of all environments have now.</summary>
    public ResourceDemand Used { get; set; }

    /// <summary>What a job can have of this machine at most; its environment says how many vCPUs.</summary>
    public ResourceDemand Limit { get; } = new(decimal.MaxValue, memory, gpus);

    /// <summary>The machine that the options describe; what they leave out is looked up, and without end where nothing runs in earnest.</summary>
    public static Machine Of(LocalEngineOptions options)
    {
        var isSimulated = options.Runner == RunnerKind.Simulated;
        return new Machine(
            options.Processors ?? Environment.ProcessorCount,
            options.Memory ?? (isSimulated ? int.MaxValue : (int)Math.Min(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024), int.MaxValue)),
            options.Gpus ?? (isSimulated ? int.MaxValue : CountGpus()));
    }

    /// <summary>Whether it has room for that beside what it has given.</summary>
    public bool HasRoomFor(ResourceDemand demand) => (Used + demand).FitsIn(Limit);

    // The driver makes a device file a GPU.
    private static int CountGpus()
    {
        var count = 0;
        while (count < MostGpus && File.Exists($"/dev/nvidia{count}"))
            count++;
        return count;
    }
}
