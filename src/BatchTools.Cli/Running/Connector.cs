using BatchTools.LocalEngine;

namespace BatchTools.Cli.Running;

/// <summary>Connects to where a run was asked to go.</summary>
internal static class Connector
{
    // Never resolved: an engine in this process takes its requests without a socket.
    private static readonly Uri InProcess = new("http://local.batchtools/");

    public static async Task<BatchConnection> ConnectAsync(RunSettings settings, CancellationToken cancellationToken) =>
        settings.IsLocal
            ? await ConnectLocallyAsync(settings, cancellationToken)
            : BatchConnection.ToAws(new AwsConnectionSettings { ProfileName = settings.Profile, Region = settings.Region });

    /// <summary>Whether the engine runs in this process and its jobs end with it.</summary>
    public static bool IsInProcess(BatchConnection connection) => connection.Endpoint == InProcess;

    /// <summary>Connects to the engine that serves the data folder, else opens the folder in this process.</summary>
    private static async Task<BatchConnection> ConnectLocallyAsync(RunSettings settings, CancellationToken cancellationToken)
    {
        var dataDirectory = settings.DataDirectory;
        if (LocalEngineLocator.FindServing(dataDirectory) is { } serving)
        {
            if (settings.EngineOption is { } option)
                throw new LocalEngineException($"{option} says how the local engine is opened, and process {serving.ProcessId} ({serving.Owner}) has it open already. Give the option there, or another folder by --data here.");
            return BatchConnection.ToLocal(new LocalConnectionSettings
            {
                Endpoint = serving.Address,
                AccessKeyId = serving.Credentials.AccessKeyId,
                SecretAccessKey = serving.Credentials.SecretAccessKey,
                DataDirectory = LocalEngineLocator.DataDirectory(dataDirectory),
            });
        }
        var engine = await Engine.OpenAsync(settings.Engine with { DataDirectory = dataDirectory, Owner = "batchtools run" }, cancellationToken);
        return BatchConnection.ToLocal(new LocalConnectionSettings
        {
            Handler = engine.CreateHandler(),
            Endpoint = InProcess,
            Region = engine.Region,
            AccessKeyId = engine.Credentials.AccessKeyId,
            SecretAccessKey = engine.Credentials.SecretAccessKey,
            DataDirectory = engine.DataDirectory,
            Owned = engine,
        });
    }
}
