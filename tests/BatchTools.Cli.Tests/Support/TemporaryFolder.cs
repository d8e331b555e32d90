namespace BatchTools.Cli.Tests.Support;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("batchtools-cli-");

    /// <summary>Where an engine of the test keeps its data.</summary>
    public string Data => this["data"];

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public string[] Lines(string name) => File.ReadAllLines(this[name]);

    public bool Has(string name) => File.Exists(this[name]);

    public void Dispose() => _folder.Delete(recursive: true);
}
