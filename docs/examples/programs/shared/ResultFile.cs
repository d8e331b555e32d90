using System.Text.Json;

namespace ExamplePrograms;

/// <summary>Writes a program's result as JSON into the folder that it was given.</summary>
internal static class ResultFile
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Writes the file beside its place first and moves it there: a job that is killed leaves no half result.</summary>
    public static string Write(string folder, string name, Action<Utf8JsonWriter> members)
    {
        Directory.CreateDirectory(folder);
        var path = Path.GetFullPath(Path.Combine(folder, name));
        var partial = $"{path}.{Environment.ProcessId}";
        using (var stream = File.Create(partial))
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        File.Move(partial, path, overwrite: true);
        return path;
    }
}
