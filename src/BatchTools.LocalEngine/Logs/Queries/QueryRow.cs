using System.Globalization;
using System.Text;

namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>A row on its way through a query: an event with what was found in it, or a row of statistics.</summary>
internal sealed class QueryRow
{
    private readonly Dictionary<string, QueryValue> _made = new(StringComparer.Ordinal);
    private readonly QueryEvent? _event;
    private string? _message;
    private Dictionary<string, string>? _discovered;

    public QueryRow(QueryEvent? source = null) => _event = source;

    /// <summary>The value of a field: made by the query, the event's own, or one of its JSON message's.</summary>
    public QueryValue this[string field]
    {
        get => _made.TryGetValue(field, out var made) ? made : _event is { } source ? Find(source, field) : default;
        set => _made[field] = value;
    }

    private string Message => _message ??= Encoding.UTF8.GetString(_event!.Value.Entry.Message.Span);

    /// <summary>Takes what it needs from the event, whose bytes are part of a much longer run of them.</summary>
    public void Keep()
    {
        if (_event is null)
            return;
        foreach (var field in (string[])["@timestamp", "@ingestionTime", "@logStream", "@log", "@ptr"])
            _made.TryAdd(field, this[field]);
        _ = Message;
    }

    private QueryValue Find(QueryEvent source, string field) => field switch
    {
        "@message" => QueryValue.Of(Message),
        "@timestamp" => QueryValue.OfTime(source.Entry.Timestamp),
        "@ingestionTime" => QueryValue.OfTime(source.Entry.IngestedAt),
        "@logStream" => QueryValue.Of(source.Stream),
        "@log" => QueryValue.Of(source.Group),
        "@ptr" => QueryValue.Of(Convert.ToBase64String(Encoding.ASCII.GetBytes(source.Entry.Position.ToString(CultureInfo.InvariantCulture)))),
        _ => QueryValue.Of((_discovered ??= DiscoveredFields.Of(Message)).GetValueOrDefault(field)),
    };
}
