namespace BatchTools;

/// <summary>Where and which logs are saved.</summary>
public sealed record SaveLogOptions
{
    /// <summary>The template of the paths if none is given: a folder a workload and one a job name, a file an attempt.</summary>
    public const string DefaultTemplate = "{workload}/{name}/{index}.{attempt}.log";

    /// <summary>The full path of the folder that the files go under.</summary>
    public required string Folder { get; init; }

    /// <summary>The path of a file under the folder, with {workload}, {name}, {id}, {index}, {attempt}, {container}, {queue} and {definition}.</summary>
    public string Template { get; init; } = DefaultTemplate;

    /// <summary>Writes files anew that are complete. Default: they are left alone.</summary>
    public bool Force { get; init; }

    /// <summary>Which attempts, containers and lines. Head, Tail and Follow mean nothing here.</summary>
    public LogOptions Logs { get; init; } = new();
}
