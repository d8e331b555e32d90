namespace BatchTools;

/// <summary>A piece of the job names of one sweep, with all the texts that it can be.</summary>
internal sealed class NamePiece
{
    private const int MostKept = 4096;

    // To go through more than these takes longer than anybody waits for a first point.
    private const int MostExamined = 1_000_000;

    private readonly JobNamePart? _index;

    private NamePiece(int? axis, IReadOnlyList<string> texts, int maxLength, JobNamePart? index = null) =>
        (Axis, Texts, MaxLength, _index) = (axis, texts, maxLength, index);

    /// <summary>The axis whose value the piece is; null for text that is always the same and for the index.</summary>
    public int? Axis { get; }

    /// <summary>The texts, one a value of the axis; one for text that is always the same; none for the index.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>The length of the longest text.</summary>
    public int MaxLength { get; }

    /// <summary>Whether the piece is the index of the point.</summary>
    public bool IsIndex => _index is not null;

    /// <summary>
    /// Whether there are so many texts that nobody has gone through them: names with them may be of any length, begin with anything, and
    /// be equal.
    /// </summary>
    public bool IsUnexamined => Texts.Count > MostExamined;

    /// <summary>Whether the index is written so that no two are the same, in digits alone.</summary>
    public bool IsPlainIndex => _index is { Format: null } || (_index?.Format is { Length: > 0 } format && format.All(character => character == '0'));

    /// <summary>The piece for a part of the template.</summary>
    public static NamePiece Of(JobNamePart part, SweepDefinition sweep, CancellationToken cancellationToken)
    {
        if (part.Kind == JobNamePartKind.Literal)
            return Of(JobNamePart.Valid(part.Text));
        if (part.Kind == JobNamePartKind.Index)
            return new(null, [], part.Write(Math.Max(0, sweep.PointCount - 1)).Length, part);
        var values = part.Values(sweep);
        IReadOnlyList<string> texts = values.Count <= MostKept ? [.. values.Select(part.Write)] : new TextsOnDemand(values, part, cancellationToken);
        var axis = sweep.Axes.ToList().FindIndex(axis => string.Equals(axis.Name, part.Text, StringComparison.OrdinalIgnoreCase));
        return new(axis < 0 ? null : axis, texts, texts.Count > MostExamined ? JobNames.MaxLength + 1 : texts.Max(text => text.Length));
    }

    /// <summary>A piece that is always the same.</summary>
    public static NamePiece Of(string text) => new(null, [text], text.Length);

    /// <summary>The piece for an axis that the template leaves out: it says nothing.</summary>
    public static NamePiece Missing(int axis) => new(axis, [string.Empty, string.Empty], 0);

    /// <summary>The text of the piece at a point.</summary>
    public string Text(long index, ReadOnlySpan<int> places) => this switch
    {
        { _index: { } part } => part.Write(index),
        { Axis: { } axis, MaxLength: > 0 } => Texts[places[axis]],
        _ => Texts[0],
    };
}
