using System.Text;

namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>Goes through the text of a query, sign by sign; <c>#</c> begins a comment.</summary>
internal sealed class QueryScanner(string text)
{
    private int _at;

    /// <summary>The place of the next sign.</summary>
    public int Place
    {
        get
        {
            SkipBlanks();
            return _at;
        }
    }

    public bool IsAtEnd => Place >= text.Length;

    /// <summary>The text from a place to where the last sign ended, without blanks around it.</summary>
    public string Since(int place) => text[place.._at].Trim();

    /// <summary>Takes a sign, such as <c>!=</c>, where it comes next.</summary>
    public bool Take(string sign)
    {
        SkipBlanks();
        if (string.CompareOrdinal(text, _at, sign, 0, sign.Length) != 0)
            return false;
        _at += sign.Length;
        return true;
    }

    /// <summary>Takes a word of the language where it comes next, in upper or lower case.</summary>
    public bool TakeWord(string word)
    {
        SkipBlanks();
        var end = _at + word.Length;
        if (string.Compare(text, _at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0 || (end < text.Length && IsOfName(text[end])))
            return false;
        _at = end;
        return true;
    }

    public void Expect(string sign)
    {
        if (!Take(sign))
            throw Unexpected($"'{sign}'");
    }

    public void ExpectWord(string word)
    {
        if (!TakeWord(word))
            throw Unexpected($"'{word}'");
    }

    /// <summary>Takes a name: letters, digits, <c>_</c>, <c>@</c> and <c>.</c>, or anything between backticks; null where none comes next.</summary>
    public string? TryName()
    {
        SkipBlanks();
        if (_at < text.Length && text[_at] == '`')
            return Quoted();
        var begin = _at;
        while (_at < text.Length && IsOfName(text[_at]))
            _at++;
        return _at > begin ? text[begin.._at] : null;
    }

    public string Name(string what) => TryName() ?? throw Unexpected(what);

    /// <summary>Takes a text between single or double quotes; null where none comes next.</summary>
    public string? TryText()
    {
        SkipBlanks();
        return _at < text.Length && text[_at] is '"' or '\'' ? Quoted() : null;
    }

    /// <summary>Takes what stands between slashes; null where no slash comes next.</summary>
    public string? TryPattern()
    {
        SkipBlanks();
        if (_at >= text.Length || text[_at] != '/')
            return null;
        var begin = _at;
        var pattern = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] == '/')
            {
                _at++;
                return pattern.ToString();
            }

            if (text[_at] == '\\' && _at + 1 < text.Length)
            {
                if (text[_at + 1] != '/')
                    pattern.Append('\\');
                _at++;
            }

            pattern.Append(text[_at]);
        }

        throw new QuerySyntaxException("a regular expression is not closed", begin, text.Length);
    }

    /// <summary>The error that tells of something else than what is expected.</summary>
    public QuerySyntaxException Unexpected(string expected)
    {
        var begin = Place;
        var end = begin;
        while (end < text.Length && IsOfName(text[end]))
            end++;
        end = Math.Min(text.Length, Math.Max(end, begin + 1));
        return new QuerySyntaxException(
            begin >= text.Length ? $"unexpected end of the query, expected {expected}" : $"unexpected '{text[begin..end]}', expected {expected}", begin, end);
    }

    /// <summary>Whether a text is a name as it stands.</summary>
    public static bool IsName(string text) => text.All(IsOfName);

    private static bool IsOfName(char character) => char.IsLetterOrDigit(character) || character is '_' or '@' or '.';

    private string Quoted()
    {
        var begin = _at;
        var quoted = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] == text[begin])
            {
                _at++;
                return quoted.ToString();
            }

            if (text[_at] == '\\' && _at + 1 < text.Length && (text[_at + 1] == text[begin] || text[_at + 1] == '\\'))
                _at++;
            quoted.Append(text[_at]);
        }

        throw new QuerySyntaxException("a quote is not closed", begin, text.Length);
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && (char.IsWhiteSpace(text[_at]) || text[_at] == '#'))
        {
            if (text[_at] == '#')
            {
                var end = text.IndexOf('\n', _at);
                _at = end < 0 ? text.Length : end;
            }
            else
            {
                _at++;
            }
        }
    }
}
