namespace BatchTools;

/// <summary>
/// Names the jobs of a sweep: valid for AWS Batch and unique. Whether the template makes them unique is decided from the
/// axes alone, once, so a million names cost no more memory than one: where it cannot be shown, each name ends in its index.
/// </summary>
internal sealed class JobNames
{
    /// <summary>The longest name that AWS Batch takes.</summary>
    public const int MaxLength = 128;

    private const long MostCompared = 100_000;

    private readonly IReadOnlyList<NamePiece> _pieces;
    private readonly bool _numbered;

    private JobNames(IReadOnlyList<NamePiece> pieces, SweepDefinition sweep)
    {
        _pieces = NeedsPrefix(pieces) ? [NamePiece.Of("job"), .. pieces] : pieces;
        _numbered = _pieces.Sum(piece => piece.MaxLength) > MaxLength || (sweep.PointCount > 1 && !AreUnique(sweep));
    }

    /// <summary>The names for a sweep without faults.</summary>
    public static JobNames For(SweepDefinition sweep, CancellationToken cancellationToken = default)
    {
        var pieces = JobNameTemplate.Parse(sweep.JobNameTemplate).Parts.Select(part => NamePiece.Of(part, sweep, cancellationToken)).ToList();
        foreach (var axis in Enumerable.Range(0, sweep.Axes.Count).Where(axis => !sweep.Zip && sweep.Axes[axis].Values.Count > 1))
        {
            if (!pieces.Exists(piece => piece.Axis == axis))
                pieces.Add(NamePiece.Missing(axis));
        }

        return new(pieces, sweep);
    }

    /// <summary>The name of a point.</summary>
    /// <param name="index">The index of the point.</param>
    /// <param name="places">The place of its value in each axis.</param>
    public string Name(long index, ReadOnlySpan<int> places)
    {
        var name = Unnumbered(index, places);
        return _numbered ? Numbered(name, index) : name;
    }

    /// <summary>A name that ends in a number, cut where it would be too long.</summary>
    public static string Numbered(string name, long number)
    {
        var suffix = $"-{SweepValue.Text(number)}";
        return string.Concat(name.AsSpan(0, Math.Min(name.Length, MaxLength - suffix.Length)), suffix);
    }

    private string Unnumbered(long index, ReadOnlySpan<int> places)
    {
        var texts = new string[_pieces.Count];
        for (var piece = 0; piece < texts.Length; piece++)
            texts[piece] = _pieces[piece].Text(index, places);
        return string.Concat(texts);
    }

    // Values side by side do not vary freely, so that their names can only be compared.
    private bool AreUnique(SweepDefinition sweep)
    {
        if (!sweep.Zip)
            return NameUniqueness.IsCertain(_pieces);
        if (NameUniqueness.IndexEndsName(_pieces))
            return true;
        var names = new HashSet<string>(StringComparer.Ordinal);
        var places = new int[sweep.Axes.Count];
        for (var index = 0; index < sweep.PointCount; index++)
        {
            Array.Fill(places, index);
            if (index == MostCompared || !names.Add(Unnumbered(index, places)))
                return false;
        }

        return true;
    }

    // A name begins with a letter or a digit. What is put before it is put before all names, which keeps them unique.
    private static bool NeedsPrefix(IReadOnlyList<NamePiece> pieces)
    {
        foreach (var piece in pieces)
        {
            if (piece.IsUnexamined)
                return true;
            if (piece.Texts.Any(text => text.Length > 0 && !char.IsAsciiLetterOrDigit(text[0])))
                return true;
            if (piece.IsIndex || (piece.Texts.Count > 0 && piece.Texts.All(text => text.Length > 0)))
                return false;
        }

        return true;
    }
}
