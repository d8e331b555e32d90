namespace BatchTools.LocalEngine.Tests.Support;

/// <summary>A job as the model sees it: what it waits for, and its units.</summary>
internal sealed class ModelJob
{
    public ModelJob(string id, int? size, bool isSequential, int attempts, IReadOnlyList<ModelJob> waitsFor)
    {
        (Id, IsArray, IsSequential, MaxAttempts, WaitsFor) = (id, size is not null, isSequential, attempts, waitsFor);
        Units = [.. Enumerable.Range(0, size ?? 1).Select(index => new ModelUnit(this, index))];
    }

    public string Id { get; }

    public bool IsArray { get; }

    public bool IsSequential { get; }

    public int MaxAttempts { get; }

    public IReadOnlyList<ModelJob> WaitsFor { get; }

    public IReadOnlyList<ModelUnit> Units { get; }

    public bool IsOver => Units.All(unit => unit.IsOver);

    /// <summary>The job's own state: a single job's is its unit's, an array is PENDING until all of its children have ended.</summary>
    public string State => !IsArray ? Units[0].State
        : !IsOver ? "PENDING"
        : Units.Any(unit => unit.State == "FAILED") ? "FAILED" : "SUCCEEDED";

    public string IdOf(ModelUnit unit) => IsArray ? $"{Id}:{unit.Index}" : Id;
}
