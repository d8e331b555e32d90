namespace BatchTools;

/// <summary>
/// Tells whether the pieces of a name can be read back out of it. If they can, the index or else the value of each axis
/// can be told from the name, so no two names are the same.
/// </summary>
internal static class NameUniqueness
{
    /// <summary>Whether no two points can have the same name.</summary>
    public static bool IsCertain(IReadOnlyList<NamePiece> pieces) => IndexEndsName(pieces) || CanBeRead(pieces);

    // From the left: each piece ends at a known place, up to the index or, without one, up to the end.
    private static bool CanBeRead(IReadOnlyList<NamePiece> pieces)
    {
        for (var place = 0; place < pieces.Count; place++)
        {
            var piece = pieces[place];
            if (piece.IsIndex ? !piece.IsPlainIndex : piece.Texts.Distinct(StringComparer.Ordinal).Count() < piece.Texts.Count)
                return false;
            if (!EndIsKnown(piece, pieces, place))
                return false;
            if (piece.IsIndex)
                return true;
        }

        return true;
    }

    /// <summary>
    /// Whether the name ends in the index and text that is always the same. Read from the right: that text, then digits,
    /// then something that is no digit.
    /// </summary>
    public static bool IndexEndsName(IReadOnlyList<NamePiece> pieces)
    {
        var place = pieces.Count - 1;
        while (place >= 0 && (pieces[place].MaxLength == 0 || IsConstant(pieces[place])))
            place--;
        return place >= 0 && pieces[place].IsPlainIndex
            && (place == 0 || pieces[place - 1].Texts is { Count: > 0 } before && before.All(text => text.Length > 0 && !char.IsAsciiDigit(text[^1])));
    }

    private static bool EndIsKnown(NamePiece piece, IReadOnlyList<NamePiece> pieces, int place)
    {
        if (place == pieces.Count - 1 || (!piece.IsIndex && piece.Texts.All(text => text.Length == piece.MaxLength)))
            return true;
        if (!IsConstant(pieces[place + 1]) || pieces[place + 1].Texts[0] is not { Length: > 0 } next)
            return false;
        return piece.IsIndex
            ? !char.IsAsciiDigit(next[0])
            : !piece.Texts.Any(text => text.Contains(next[0], StringComparison.Ordinal));
    }

    private static bool IsConstant(NamePiece piece) => piece is { IsIndex: false, Texts.Count: 1 };
}
