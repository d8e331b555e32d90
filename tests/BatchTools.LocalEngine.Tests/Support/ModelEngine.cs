namespace BatchTools.LocalEngine.Tests.Support;

/// <summary>
/// The rules of job states, told a second time and as plainly as can be: after each step everything is looked at anew until
/// nothing moves any more. Knows single jobs and arrays on one queue with so many places.
/// </summary>
internal sealed class ModelEngine(int places)
{
    private List<ModelUnit> _waiting = [];

    public List<ModelJob> Jobs { get; } = [];

    public IEnumerable<ModelUnit> Active => Jobs.SelectMany(job => job.Units).Where(unit => unit.IsActive);

    public void Submit(ModelJob job)
    {
        Jobs.Add(job);
        Settle();
    }

    public void Cancel(ModelJob job)
    {
        foreach (var unit in job.Units)
        {
            if (unit.State == "PENDING")
                unit.IsMarked = true;
            else if (unit.State == "RUNNABLE")
                unit.State = "FAILED";
        }

        Settle();
    }

    public void Terminate(ModelJob job)
    {
        foreach (var unit in job.Units.Where(unit => !unit.IsOver))
        {
            if (unit.IsActive)
                unit.IsTerminated = true;
            else
                unit.State = "FAILED";
        }

        Settle();
    }

    public void Begin(ModelUnit unit) => unit.State = "RUNNING";

    public void Exit(ModelUnit unit, int exitCode)
    {
        if (exitCode == 0 && !unit.IsTerminated)
            unit.State = "SUCCEEDED";
        else
            RetryOrFail(unit);
        Settle();
    }

    /// <summary>The engine is closed and opened again: attempts lose their host, and who waits does so in the order of submission.</summary>
    public void Reopen()
    {
        foreach (var unit in Active.ToList())
            RetryOrFail(unit);
        _waiting = [.. Jobs.SelectMany(job => job.Units).Where(unit => unit.State == "RUNNABLE")];
        Settle();
    }

    /// <summary>
    /// Something happens, and before it is on disk the engine is killed and opened again: what it did is as if it had not been,
    /// but for the attempts that were begun on it. They count, and have lost their host as all others.
    /// </summary>
    public void Crash(Action unwritten)
    {
        var units = Jobs.SelectMany(job => job.Units).ToList();
        var before = units.ConvertAll(unit => (unit.State, unit.Attempts, unit.IsMarked));
        unwritten();
        for (var index = 0; index < units.Count; index++)
        {
            var unit = units[index];
            var wasActive = before[index].State is "STARTING" or "RUNNING";
            var isLost = wasActive || unit.Attempts > before[index].Attempts;
            (unit.State, unit.IsMarked) = (before[index].State, before[index].IsMarked);
            if (isLost)
                unit.State = unit.IsTerminated || unit.Attempts >= unit.Job.MaxAttempts ? "FAILED" : "PENDING";
        }

        // Nothing is placed before all that is over has been heard of.
        while (units.Where(unit => unit.State == "PENDING").Count(Decide) > 0)
        {
        }

        _waiting = [.. units.Where(unit => unit.State == "RUNNABLE")];
        Settle();
    }

    private void RetryOrFail(ModelUnit unit)
    {
        if (unit.IsTerminated || unit.Attempts >= unit.Job.MaxAttempts)
            unit.State = "FAILED";
        else
            MakeRunnable(unit);
    }

    private void MakeRunnable(ModelUnit unit)
    {
        unit.State = "RUNNABLE";
        _waiting.Add(unit);
    }

    private void Settle()
    {
        while (Jobs.SelectMany(job => job.Units).Where(unit => unit.State == "PENDING").Count(Decide) > 0)
        {
        }

        _waiting.RemoveAll(unit => unit.State != "RUNNABLE");
        while (_waiting.Count > 0 && Active.Count() < places)
        {
            _waiting[0].State = "STARTING";
            _waiting[0].Attempts++;
            _waiting.RemoveAt(0);
        }
    }

    // Whether a unit that waits for others has moved on.
    private bool Decide(ModelUnit unit)
    {
        var states = unit.Job.WaitsFor.Select(job => job.State).ToList();
        if (unit.Job.IsSequential && unit.Index > 0)
            states.Add(unit.Job.Units[unit.Index - 1].State);
        if (states.Contains("FAILED"))
            unit.State = "FAILED";
        else if (states.Exists(state => state != "SUCCEEDED"))
            return false;
        else if (unit.IsMarked)
            unit.State = "FAILED";
        else
            MakeRunnable(unit);
        return true;
    }
}
