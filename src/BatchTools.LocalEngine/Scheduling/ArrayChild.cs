namespace BatchTools.LocalEngine.Scheduling;

/// <summary>A child of an array.</summary>
internal sealed class ArrayChild(ArrayJob parent, int index) : ExecutableJob(parent.Submission)
{
    public ArrayJob Parent { get; } = parent;

    public int Index { get; } = index;

    public override string Id => $"{Submission.Id}:{Index}";

    public override int? ArrayIndex => Index;

    public override bool IsPart => true;

    public override int? PartIndex => Index;
}
