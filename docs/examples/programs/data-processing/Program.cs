using System.Diagnostics;
using DataProcessing;
using ExamplePrograms;

return Host.Run(log =>
{
    var arguments = new Arguments(args, "date", "dataType", "format", "compression", "output");
    var date = arguments.Date("date");
    var type = RecordType.Named(arguments.Text("dataType"));
    var writer = new RecordWriter(arguments.Text("format", "jsonl"), arguments.Text("compression", "gzip"));
    var folder = arguments.Text("output", ".");

    var watch = Stopwatch.StartNew();
    log.WriteLine($"extracting {type.Name} of {date:yyyy-MM-dd}");
    var cleaning = new Cleaning();
    var aggregation = new Aggregation();
    var name = $"{type.Name}-{date:yyyy-MM-dd}";
    var (path, bytes) = writer.Write(folder, name, aggregation.Watch(cleaning.Clean(new RawDay(type, date).Lines())));
    var kept = cleaning.Read - cleaning.Broken - cleaning.Repeated;
    log.WriteLine($"read {cleaning.Read} lines: kept {kept}, left out {cleaning.Broken} broken and {cleaning.Repeated} repeated");
    foreach (var kind in aggregation.Groups.GroupBy(group => group.Key.Kind))
        log.WriteLine($"{kind.Key,-12} {kind.Sum(group => group.Value.Count),7} records  {kind.Sum(group => group.Value.Sum),14:0.00} {type.Amount}");

    var summary = ResultFile.Write(folder, $"{name}-by-hour.json", json =>
    {
        json.WriteString("date", $"{date:yyyy-MM-dd}");
        json.WriteString("dataType", type.Name);
        json.WriteNumber("read", cleaning.Read);
        json.WriteNumber("broken", cleaning.Broken);
        json.WriteNumber("repeated", cleaning.Repeated);
        json.WriteStartArray("groups");
        foreach (var ((hour, kind), group) in aggregation.Groups)
        {
            json.WriteStartObject();
            json.WriteNumber("hour", hour);
            json.WriteString("kind", kind);
            json.WriteNumber("count", group.Count);
            json.WriteNumber("sum", Math.Round(group.Sum, 2));
            json.WriteNumber("least", group.Least);
            json.WriteNumber("most", group.Most);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
    log.WriteLine($"written {bytes} bytes to {path}");
    log.WriteLine($"written to {summary} after {watch.Elapsed.TotalSeconds:0.0} s");
});
