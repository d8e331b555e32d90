using System.Text;

namespace BatchTools.LocalEngine.Logs.Filtering;

/// <summary>
/// Terms and quoted phrases that must all occur, and <c>-term</c> that must not. Of <c>?term</c> one must occur, where there are
/// no others: beside others those are ignored.
/// </summary>
internal sealed class TermPattern : FilterPattern
{
    private readonly List<byte[]> _all = [];
    private readonly List<byte[]> _any = [];
    private readonly List<byte[]> _none = [];

    public static TermPattern Read(FilterScanner scanner)
    {
        var pattern = new TermPattern();
        for (scanner.SkipSpace(); !scanner.IsAtEnd; scanner.SkipSpace())
        {
            var target = scanner.TryTake("-") ? pattern._none : scanner.TryTake("?") ? pattern._any : pattern._all;
            scanner.SkipSpace();
            if (scanner.IsAtEnd)
                throw scanner.Error("a term is missing");
            if (scanner.Next is '{' or '[' or '%')
                throw scanner.Error("beside terms there are no conditions, columns or regular expressions");
            var term = scanner.Next == '"' ? scanner.TakeQuoted('"') : scanner.TakeWord([]);
            // As CloudWatch Logs has it, " " matches everything.
            if (!string.IsNullOrWhiteSpace(term))
                target.Add(Encoding.UTF8.GetBytes(term));
        }

        return pattern;
    }

    public override bool Matches(ReadOnlyMemory<byte> message)
    {
        var text = message.Span;
        foreach (var term in _none)
        {
            if (text.IndexOf(term) >= 0)
                return false;
        }

        foreach (var term in _all)
        {
            if (text.IndexOf(term) < 0)
                return false;
        }

        if (_any.Count == 0 || _all.Count > 0 || _none.Count > 0)
            return true;
        foreach (var term in _any)
        {
            if (text.IndexOf(term) >= 0)
                return true;
        }

        return false;
    }
}
