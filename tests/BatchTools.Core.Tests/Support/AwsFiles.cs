using System.Runtime.CompilerServices;

namespace BatchTools.Tests;

/// <summary>
/// AWS's configuration files of this test process, never those of whoever runs the tests. AWS's library looks once only
/// where they are, so they are there before anything else runs.
/// </summary>
internal static class AwsFiles
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("batchtools-aws-").FullName;

    public static string Config { get; } = Path.Combine(Folder, "config");

    [ModuleInitializer]
    internal static void Set()
    {
        File.WriteAllText(Config, "");
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", Config);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(Folder, "credentials"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);
    }
}
