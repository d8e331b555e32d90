using System.Globalization;

namespace ExamplePrograms;

/// <summary>A program's <c>--name value</c> pairs, each read as what it stands for.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public Arguments(IReadOnlyList<string> arguments, params IReadOnlyCollection<string> known)
    {
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var name = arguments[i].StartsWith("--", StringComparison.Ordinal) ? arguments[i][2..] : "";
            if (!known.Contains(name))
                throw new ArgumentException($"'{arguments[i]}' is no option. The options are --{string.Join(" --", known)}.");
            if (i + 1 == arguments.Count)
                throw new ArgumentException($"--{name} needs a value.");
            _values[name] = arguments[i + 1];
        }
    }

    /// <summary>The text given for <paramref name="name"/>, else <paramref name="fallback"/>; with neither the option is required.</summary>
    public string Text(string name, string? fallback = null) =>
        _values.GetValueOrDefault(name) ?? fallback ?? throw new ArgumentException($"--{name} is required.");

    /// <summary>A number between <paramref name="least"/> and <paramref name="most"/>, both included.</summary>
    public double Number(string name, double least, double most, string? fallback = null)
    {
        var text = Text(name, fallback);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new ArgumentException($"--{name} must be a number from {least:0.######} to {most:0.######}, not '{text}'.");
    }

    /// <summary>A whole number between <paramref name="least"/> and <paramref name="most"/>, both included.</summary>
    public int Count(string name, int least, int most, string? fallback = null)
    {
        var number = Number(name, least, most, fallback);
        return number == Math.Floor(number)
            ? (int)number
            : throw new ArgumentException($"--{name} must be a whole number, not '{Text(name, fallback)}'.");
    }

    /// <summary>A day as year, month and day: <c>2024-01-31</c>.</summary>
    public DateOnly Date(string name)
    {
        var text = Text(name);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new ArgumentException($"--{name} must be a date such as 2024-01-31, not '{text}'.");
    }
}
