namespace BatchTools.LocalEngine.Api.EC2;

/// <summary>
/// A filter's value: <c>*</c> stands for any text and <c>?</c> for any character, and a backslash makes them plain. Matching goes
/// back to the last <c>*</c> only, so that no value takes long.
/// </summary>
internal sealed class Wildcards
{
    private readonly List<(char Character, Kind Kind)> _parts = [];

    public Wildcards(string value)
    {
        for (var index = 0; index < value.Length; index++)
        {
            _parts.Add(value[index] switch
            {
                '*' => ('*', Kind.AnyText),
                '?' => ('?', Kind.AnyOne),
                '\\' when index + 1 < value.Length => (value[++index], Kind.Plain),
                var character => (character, Kind.Plain),
            });
        }
    }

    private enum Kind
    {
        Plain,
        AnyOne,
        AnyText,
    }

    /// <summary>Whether the whole text is of that form.</summary>
    public bool Matches(string text)
    {
        int at = 0, part = 0, star = -1, resume = 0;
        while (at < text.Length)
        {
            if (part < _parts.Count && _parts[part].Kind == Kind.AnyText)
            {
                star = part++;
                resume = at;
            }
            else if (part < _parts.Count && (_parts[part].Kind == Kind.AnyOne || _parts[part].Character == text[at]))
            {
                part++;
                at++;
            }
            else if (star >= 0)
            {
                part = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        return _parts.Skip(part).All(static rest => rest.Kind == Kind.AnyText);
    }
}
