namespace BatchTools.Cli.Rendering;

/// <summary>Orders names as people do: the numbers in them by their value, so that job-9 comes before job-10.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x, right = y;
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var leftPart = FirstPart(left);
            var rightPart = FirstPart(right);
            var order = char.IsAsciiDigit(leftPart[0]) && char.IsAsciiDigit(rightPart[0])
                ? CompareNumbers(leftPart, rightPart)
                : leftPart.SequenceCompareTo(rightPart);
            if (order != 0)
                return order;
            left = left[leftPart.Length..];
            right = right[rightPart.Length..];
        }
        return left.Length.CompareTo(right.Length);
    }

    /// <summary>The digits or the other characters that a text begins with.</summary>
    private static ReadOnlySpan<char> FirstPart(ReadOnlySpan<char> text)
    {
        var length = char.IsAsciiDigit(text[0]) ? text.IndexOfAnyExceptInRange('0', '9') : text.IndexOfAnyInRange('0', '9');
        return length < 0 ? text : text[..length];
    }

    // By length, then by digits: a job's name may hold more of them than any number type.
    private static int CompareNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var leftValue = left.TrimStart('0');
        var rightValue = right.TrimStart('0');
        if (leftValue.Length != rightValue.Length)
            return leftValue.Length.CompareTo(rightValue.Length);
        var order = leftValue.SequenceCompareTo(rightValue);
        return order != 0 ? order : left.Length.CompareTo(right.Length);
    }
}
