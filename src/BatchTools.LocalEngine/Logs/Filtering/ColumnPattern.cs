using System.Text;

namespace BatchTools.LocalEngine.Logs.Filtering;

/// <summary>
/// Conditions on the columns of an event, such as <c>[ip, user, ..., status = 4*, bytes > 1000]</c>. Columns are separated by
/// white space; what stands in quotes or square brackets is one. <c>...</c> stands for any number of them; without it the last
/// column takes what is left of the event.
/// </summary>
internal sealed class ColumnPattern : FilterPattern
{
    private readonly List<Predicate<string>> _first = [];
    private readonly List<Predicate<string>> _last = [];
    private bool _hasEllipsis;

    public static ColumnPattern Read(FilterScanner scanner)
    {
        var pattern = new ColumnPattern();
        scanner.Take("[");
        do
        {
            if (!scanner.TryTake("..."))
                (pattern._hasEllipsis ? pattern._last : pattern._first).Add(ReadColumn(scanner));
            else if (pattern._hasEllipsis)
                throw scanner.Error("more than one '...'");
            else
                pattern._hasEllipsis = true;
        }
        while (scanner.TryTake(","));
        scanner.Take("]");
        scanner.SkipSpace();
        return scanner.IsAtEnd ? pattern : throw scanner.Error("nothing may follow the closing ']'");
    }

    public override bool Matches(ReadOnlyMemory<byte> message)
    {
        var columns = ColumnSplitter.Split(Encoding.UTF8.GetString(message.Span), _hasEllipsis ? int.MaxValue : _first.Count);
        return columns.Count >= _first.Count + _last.Count
            && Hold(_first, columns, begin: 0)
            && Hold(_last, columns, begin: columns.Count - _last.Count);
    }

    private static bool Hold(List<Predicate<string>> conditions, List<string> columns, int begin)
    {
        for (var index = 0; index < conditions.Count; index++)
        {
            if (!conditions[index](columns[begin + index]))
                return false;
        }

        return true;
    }

    // A name alone, or none, is no condition.
    private static Predicate<string> ReadColumn(FilterScanner scanner)
    {
        scanner.SkipSpace();
        if (scanner.Next is ',' or ']')
            return static _ => true;
        string? column = null;
        return FilterConditions.Read<string>(scanner, one =>
        {
            one.SkipSpace();
            var name = one.TakeWord(",]()=!<>&|{}*\"'%");
            if (name.Length == 0 || (column is not null && name != column))
                throw one.Error(column is null ? "the name of a column is missing" : $"the conditions of a column are about itself, '{column}'");
            column = name;
            one.SkipSpace();
            if (one.Next is ',' or ']')
                return static _ => true;
            var comparison = FilterComparison.Read(one, ends: ",])&|");
            return value => comparison.Holds(value, FilterComparison.Number(value));
        });
    }
}
