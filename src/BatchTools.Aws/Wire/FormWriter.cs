using System.Globalization;
using System.Text;

namespace BatchTools.Aws.Wire;

/// <summary>
/// Writes EC2's forms by the calls that write JSON elsewhere: members as <c>A.B</c>, the items of a list as <c>A.1</c>.
/// </summary>
internal sealed class FormWriter
{
    private readonly StringBuilder _form = new();
    private readonly Stack<string> _around = new();
    private string _name = "";

    /// <summary>Adds a field of its own.</summary>
    public void Field(string name, string value)
    {
        if (_form.Length > 0)
            _form.Append('&');
        _form.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
    }

    /// <summary>Begins a structure.</summary>
    public void WriteStartObject() => _around.Push(_name.Length == 0 ? "" : _name + ".");

    /// <summary>Ends a structure.</summary>
    public void WriteEndObject() => _around.Pop();

    /// <summary>Names the member that is written next.</summary>
    public void WritePropertyName(string name) => _name = _around.Peek() + name;

    /// <summary>Writes a text.</summary>
    public void WriteStringValue(string value) => Field(_name, value);

    /// <summary>Writes a whole number.</summary>
    public void WriteNumberValue(long value) => Field(_name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a number.</summary>
    public void WriteNumberValue(double value) => Field(_name, value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Writes a truth value.</summary>
    public void WriteBooleanValue(bool value) => Field(_name, value ? "true" : "false");

    /// <summary>Writes a moment in ISO 8601, as UTC.</summary>
    public void WriteTimestampValue(DateTime time) =>
        Field(_name, time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>Writes a list.</summary>
    public void WriteList<T>(List<T> items, Action<FormWriter, T> write)
    {
        var name = _name;
        for (var i = 0; i < items.Count; i++)
        {
            _name = string.Create(CultureInfo.InvariantCulture, $"{name}.{i + 1}");
            write(this, items[i]);
        }
    }

    /// <summary>The form so far.</summary>
    public override string ToString() => _form.ToString();
}
