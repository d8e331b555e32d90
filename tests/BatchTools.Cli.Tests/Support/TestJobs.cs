namespace BatchTools.Cli.Tests.Support;

internal static class TestJobs
{
    private static readonly BatchConnection Connection = BatchConnection.ToLocal(new LocalConnectionSettings
    {
        Endpoint = new Uri("http://127.0.0.1:1/"),
        AccessKeyId = "key",
        SecretAccessKey = "secret",
        DataDirectory = "/data",
    });

    public static Job Of(string name, JobStatus status, int? exitCode = null, double? seconds = null) => new()
    {
        JobId = $"id-of-{name}",
        JobName = name,
        Status = status,
        ExitCode = exitCode,
        Duration = seconds is { } known ? TimeSpan.FromSeconds(known) : null,
        Connection = Connection,
    };
}
