namespace BatchTools.LocalEngine.Tests.Support;

/// <summary>Something that runs, as the model sees it: a single job or an array's child.</summary>
internal sealed class ModelUnit(ModelJob job, int index)
{
    public ModelJob Job { get; } = job;

    public int Index { get; } = index;

    public string State { get; set; } = "PENDING";

    /// <summary>How many attempts were begun.</summary>
    public int Attempts { get; set; }

    /// <summary>It was cancelled while it waited for others, and fails when its turn comes.</summary>
    public bool IsMarked { get; set; }

    /// <summary>It was terminated while it was starting or running, and fails when its attempt ends.</summary>
    public bool IsTerminated { get; set; }

    public bool IsOver => State is "SUCCEEDED" or "FAILED";

    public bool IsActive => State is "STARTING" or "RUNNING";
}
