namespace BatchTools.Tests;

/// <summary>An environment without any of AWS's settings and profiles; the old settings come back at the end.</summary>
[CollectionDefinition(nameof(EnvironmentScope), DisableParallelization = true)]
public sealed class EnvironmentScope : IDisposable
{
    private readonly Dictionary<string, string?> _before = new(StringComparer.Ordinal);

    public EnvironmentScope()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)))
            Set(name, null);
        Set("AWS_CONFIG_FILE", AwsFiles.Config);
        Set("AWS_EC2_METADATA_DISABLED", "true");
    }

    public void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Config(string text) => File.WriteAllText(AwsFiles.Config, text);

    public void Dispose()
    {
        foreach (var (name, value) in _before)
            Environment.SetEnvironmentVariable(name, value);
        Config("");
    }
}
