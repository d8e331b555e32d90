namespace BatchTools.WorkloadFiles;

/// <summary>Advice on a file that can be run as it is: what commonly costs money or sleep later.</summary>
/// <param name="scene">The file with what it names.</param>
internal sealed class WorkloadAdvice(WorkloadScene scene)
{
    /// <summary>All advice, with what will go wrong for sure as warnings.</summary>
    public IEnumerable<(WorkloadFindingSeverity Severity, BatchException Finding)> Find() =>
    [
        .. RoleAdvice.Find(scene).Concat(ComputeAdvice.Find(scene)).Select(finding => (WorkloadFindingSeverity.WARNING, finding)),
        .. LifeAdvice.Find(scene).Concat(ImageAdvice.Find(scene)).Concat(RoleAdvice.FindLikely(scene)).Select(finding => (WorkloadFindingSeverity.ADVICE, finding)),
    ];

    /// <summary>A piece of advice.</summary>
    /// <param name="textId">The name of its text, whose first placeholder takes the place.</param>
    /// <param name="at">The place.</param>
    /// <param name="args">The other values that the text names.</param>
    public static BatchException Say(string textId, SourceNode at, params object?[] args) =>
        BatchException.For(textId, ErrorKind.InvalidInput, at.Where, [at.Where, .. args]);

    /// <summary>The nearest node to a member that is there: the member itself, or what it is missing in.</summary>
    public static SourceNode At(SourceObject source, params IEnumerable<string> names)
    {
        SourceNode node = source;
        foreach (var name in names)
        {
            if ((node as SourceObject)?.Find(name) is not { } member)
                break;
            node = member.Value;
        }

        return node;
    }
}
