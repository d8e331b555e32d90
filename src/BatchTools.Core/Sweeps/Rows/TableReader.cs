using System.Text;

namespace BatchTools;

/// <summary>
/// Reads a table of text, line by line: the first line names the columns. Fields that hold the separator, quotes or line breaks
/// stand in double quotes, quotes in them doubled.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="separator">What stands between fields.</param>
internal sealed class TableReader(string path, char separator)
{
    private int _line;

    /// <summary>The rows: the values by the names of their columns.</summary>
    /// <exception cref="BatchException">The file cannot be read, or a row does not fit the columns; with the line.</exception>
    public IEnumerable<IReadOnlyList<KeyValuePair<string, object>>> Rows()
    {
        using var text = Open();
        var names = Names(text);
        while (Next(text) is { } fields)
        {
            if (fields is [""])
                continue;
            if (fields.Count != names.Count)
                throw Problem(nameof(Messages.TableRowUneven), fields.Count, names.Count);
            yield return [.. names.Zip(fields, (name, field) => KeyValuePair.Create(name, (object)field))];
        }
    }

    private List<string> Names(StreamReader text)
    {
        var names = Next(text);
        while (names is [""])
            names = Next(text);
        names = names?.ConvertAll(name => name.Trim()) ?? throw Problem(nameof(Messages.TableEmpty));
        if (names.IndexOf("") is var unnamed and >= 0)
            throw Problem(nameof(Messages.TableColumnUnnamed), unnamed + 1);
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (names.Find(name => !known.Add(name)) is { } twice)
            throw Problem(nameof(Messages.TableColumnTwice), twice);
        return names;
    }

    private StreamReader Open()
    {
        try
        {
            return new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw BatchException.From(exception, nameof(Messages.FileNotFound), ErrorKind.NotFound, path, path, "");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw BatchException.From(exception, nameof(Messages.FileUnreadable), ErrorKind.Unavailable, path, path, exception.Message);
        }
    }

    // The fields of the next line; null at the end.
    private List<string>? Next(StreamReader text)
    {
        if (text.ReadLine() is not { } line)
            return null;
        var start = ++_line;
        var fields = new List<string>();
        var field = new StringBuilder();
        for (var place = 0; ; place++)
        {
            if (place < line.Length && line[place] == '"' && field.Length == 0)
                place = Quoted(text, ref line, place + 1, field, start);
            if (place >= line.Length || line[place] == separator)
            {
                fields.Add(field.ToString());
                field.Clear();
                if (place >= line.Length)
                    return fields;
            }
            else
            {
                field.Append(line[place]);
            }
        }
    }

    // Reads up to the closing quote, over line breaks, and gives the place behind it.
    private int Quoted(StreamReader text, ref string line, int place, StringBuilder field, int start)
    {
        while (true)
        {
            if (place >= line.Length)
            {
                line = text.ReadLine() ?? throw Problem(nameof(Messages.TableQuoteOpen), start);
                _line++;
                field.Append('\n');
                place = 0;
            }
            else if (line[place] != '"')
            {
                field.Append(line[place++]);
            }
            else if (place + 1 < line.Length && line[place + 1] == '"')
            {
                field.Append('"');
                place += 2;
            }
            else
            {
                return place + 1;
            }
        }
    }

    private BatchException Problem(string errorId, params object?[] args) =>
        BatchException.For(errorId, ErrorKind.InvalidInput, path, [$"{path}({_line})", .. args]);
}
